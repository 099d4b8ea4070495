import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enterAsAddressee } from "~/access/addressee.server";
import { wholeEuros } from "~/format/euros";
import { AuthFrame } from "~/ui/auth-frame";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";
import { openSimulation } from "./addressee.server";

export const meta: MetaFunction = () => [{ title: "Ma simulation" }, { name: "robots", content: "noindex" }];

export async function loader(args: LoaderFunctionArgs) {
  return enterAsAddressee(args, (ctx) => openSimulation(ctx, args.params.token));
}

const UNKNOWN = "à vérifier auprès de la caisse";

function amount(min: number | null, max: number | null, isCeiling: boolean): string {
  if (min === null || max === null) return UNKNOWN;
  const text = min === max ? wholeEuros(max) : `${wholeEuros(min)} à ${wholeEuros(max)}`;
  return isCeiling ? `${text} au plus` : text;
}

export default function MySimulation() {
  const { token, name, isSigned, caution, options } = useLoaderData<typeof loader>();
  const [half, full] = options;
  if (!half || !full) return null;
  const rows = [
    ...half.years.map((year, index) => ({
      label: year.contractYear === 1 ? "1re année" : `${year.contractYear}e année`,
      half: amount(year.minCents, year.maxCents, year.isCeiling),
      full: amount(full.years[index]?.minCents ?? null, full.years[index]?.maxCents ?? null, year.isCeiling),
    })),
    {
      label: "Sur cinq ans",
      half: amount(half.totalMinCents, half.totalMaxCents, half.ceilingFromYear !== null),
      full: amount(full.totalMinCents, full.totalMaxCents, full.ceilingFromYear !== null),
    },
  ];
  return (
    <AuthFrame
      title="Ma simulation"
      intro={`${name}, voici l'aide à l'emploi d'un assistant médical, année par année. Elle est indicative.`}
      foot={<Link to={`/lettre/${token}/rendez-vous`}>Demander un rendez-vous ou un appel</Link>}
    >
      {isSigned && <Notice kind="info">Votre contrat est déjà signé : ses montants sont ceux de sa date.</Notice>}
      <Table
        caption="Aide par année de contrat, à mi-temps et à temps plein"
        rowKey={(row) => row.label}
        rows={rows}
        columns={[
          { label: "Année", kind: "lead", cell: (row) => row.label },
          { label: "Mi-temps", kind: "number", cell: (row) => row.half },
          { label: "Temps plein", kind: "number", cell: (row) => row.full },
        ]}
      />
      <p className="soft small">{caution}</p>
    </AuthFrame>
  );
}
