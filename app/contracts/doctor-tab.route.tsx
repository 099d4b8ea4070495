import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { readDoctorId } from "~/doctors/doctor.server";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { Notice } from "~/ui/notice";
import { RowItem, RowList } from "~/ui/row-list";
import "./contracts.css";
import { contractsAbout } from "./doctor-tab.server";
import { openingForm } from "./opening.form";
import { openFile } from "./opening.server";
import { OpeningPanel } from "./opening-panel";
import { StateBadge } from "./state-badge";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "contract.read", (ctx) => contractsAbout(ctx, args.params.doctorId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "contract.prepare", openingForm, async (ctx, ask) =>
    redirect(`/contrats/${await openFile(ctx, readDoctorId(args.params.doctorId), ask)}`),
  );
}

export default function DoctorContractTab() {
  const { contracts, mayOpen, whyNot, isGP } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="stack stack-loose">
      {contracts.length > 0 && (
        <RowList label="Contrats de ce médecin" states={1}>
          {contracts.map((contract) => (
            <RowItem
              key={contract.id}
              to={`/contrats/${contract.id}`}
              name={contract.kind === "collective" ? `Contrat collectif, ${contract.name}` : "Contrat individuel"}
              reason={french(
                contract.signedOn === null
                  ? `${contract.size}, dossier ouvert le ${dayMonthYear(contract.openedOn)}`
                  : `${contract.size}, signé le ${dayMonthYear(contract.signedOn)}, ${contract.version}`,
              )}
              states={[<StateBadge key="state" state={contract.state} />]}
            />
          ))}
        </RowList>
      )}
      {whyNot && <Notice kind="attention">{whyNot}</Notice>}
      {mayOpen && !whyNot && <OpeningPanel isGP={isGP} refused={refused} />}
      {contracts.length === 0 && !mayOpen && !whyNot && <p className="soft">Aucun contrat connu pour ce médecin.</p>}
    </div>
  );
}
