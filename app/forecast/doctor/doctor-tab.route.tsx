import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { ComputedAt } from "~/ui/stat";
import { chanceAbout } from "./chance.server";
import { worthOf } from "./chance-words";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.read", (ctx) => chanceAbout(ctx, args.params.doctorId));
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DoctorChanceTab() {
  const page = useLoaderData<typeof loader>();
  const { signedOn, goneOn, metOn, isOver, isEligible, told, why, evaluation, computedAt } = page;
  if (signedOn) return <Notice>{french(`Ce médecin a signé le ${dayMonthYear(signedOn)}.`)}</Notice>;
  if (goneOn) return <Notice>{french(`Ce médecin n'exerce plus depuis le ${dayMonthYear(goneOn)}.`)}</Notice>;
  if (isOver && metOn)
    return (
      <Notice title="Aucune probabilité n'est proposée">
        {french(
          `Première visite le ${dayMonthYear(metOn)}. Le calcul vaut pour les six mois qui suivent une première visite : ils sont passés.`,
        )}
      </Notice>
    );
  if (!told)
    return (
      <Notice title="Aucune probabilité n'est proposée">
        {why ?? "Le modèle est appris la nuit, à partir des visites et des contrats de la caisse."}{" "}
        {computedAt && <ComputedAt instant={computedAt} />}
      </Notice>
    );
  return (
    <div className="stack stack-loose">
      {!isEligible && (
        <Notice kind="attention" title="Ce médecin n'est pas éligible aujourd'hui">
          Le calcul ne vaut que si la condition qui manque est levée.
        </Notice>
      )}
      <Panel
        title="Chances de signature"
        aside={
          computedAt && (
            <span className="small soft">
              <ComputedAt instant={computedAt} />
            </span>
          )
        }
      >
        <Told told={told} metOn={metOn} isWeighed={page.isWeighed} />
      </Panel>
      <Reasons raising={told.raising} lowering={told.lowering} />
      {evaluation && <Worth evaluation={evaluation} />}
    </div>
  );
}

function Told({ told, metOn, isWeighed }: { told: NonNullable<Page["told"]> } & Pick<Page, "metOn" | "isWeighed">) {
  const { odds, against, range, factor } = told;
  return (
    <div className="stack">
      <p className="lead">
        <strong>{odds}</strong> de signer dans les six mois qui suivent une première visite. {against}
      </p>
      <p>
        {french(
          `De ${percent(range.low, 0)} à ${percent(range.high, 0)} : parmi ${number(range.doctors)} médecins auxquels le modèle donnait une chance voisine, ${percent(range.came, 0)} ont signé.`,
        )}
      </p>
      {metOn && (
        <p className="soft">
          {french(`Première visite le ${dayMonthYear(metOn)} : ce qui s'y est dit compte plus que ce calcul.`)}
        </p>
      )}
      {isWeighed && !metOn && factor !== 1 && (
        <p className="soft">
          {french(
            `Dans les semaines proposées, une visite sans promesse compte ${number(factor, 1)} fois celle d'un médecin moyen.`,
          )}
        </p>
      )}
    </div>
  );
}

function Reasons({ raising, lowering }: { raising: readonly string[]; lowering: readonly string[] }) {
  return (
    <Panel title="Pourquoi">
      <div className="stack">
        {raising.length + lowering.length === 0 && <p>Rien, dans ce cabinet, ne s'écarte beaucoup de la moyenne.</p>}
        <Reason title="Ce qui l'augmente" says={raising} />
        <Reason title="Ce qui la diminue" says={lowering} />
        <p className="small soft">
          {french("Chaque effet est compté face à un cabinet moyen de la caisse. Le modèle ne connaît que le cabinet.")}
        </p>
      </div>
    </Panel>
  );
}

function Reason({ title, says }: { title: string; says: readonly string[] }) {
  if (says.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {says.map((say) => (
          <li key={say}>{say}</li>
        ))}
      </ul>
    </div>
  );
}

function Worth({ evaluation }: { evaluation: NonNullable<Page["evaluation"]> }) {
  const { rows, signed, bins } = evaluation;
  return (
    <Panel title="Ce que vaut ce calcul">
      <p>{french(worthOf(bins, rows, signed))}</p>
    </Panel>
  );
}
