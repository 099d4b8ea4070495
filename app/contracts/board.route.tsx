import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";
import { milestoneForm } from "./board.form";
import { type MilestoneView, openBoard, workOnMilestone } from "./board.server";
import "./contracts.css";
import { MilestoneLine } from "./milestone-line";
import { MilestoneMessages } from "./milestone-messages";

export const meta: MetaFunction = () => [{ title: "Échéances · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "contract.read", openBoard);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "contract.prepare", milestoneForm, async (ctx, ask) => json(await workOnMilestone(ctx, ask)));
}

export default function Board() {
  const { today, horizon, counts, late, month, next } = useLoaderData<typeof loader>();
  const total = counts.late + counts.month + counts.next;
  useListKeys();
  useShortcuts([{ keys: "e", label: "Traiter la prochaine échéance", run: treatNext }]);
  return (
    <div className="page">
      <PageHeader
        title="Échéances"
        count={total}
        intro={`Versements, entretiens, formations et anniversaires des contrats que vous suivez, jusqu'au ${dayMonthYear(horizon)}.`}
        facts={total > 0 && <ExportLinks list="echeances" />}
      />
      <MilestoneMessages />
      {total === 0 ? (
        <EmptyState
          icon="clock"
          title="Rien à traiter"
          why="Aucune échéance dans les six mois qui viennent. Elles se posent d'elles-mêmes à la signature d'un contrat."
          action={<LinkButton to="/contrats">Voir les contrats</LinkButton>}
        />
      ) : (
        <div className="stack stack-loose" data-rows>
          <Part title="En retard" lines={late} count={counts.late} today={today} none="Aucun retard." />
          <Part title="Ce mois-ci" lines={month} count={counts.month} today={today} none="Plus rien ce mois-ci." />
          <Part title="Ensuite" lines={next} count={counts.next} today={today} none="Rien de prévu ensuite." />
        </div>
      )}
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly lines: readonly MilestoneView[];
  readonly count: number;
  readonly today: string;
  readonly none: string;
}

function Part({ title, lines, count, today, none }: PartProps) {
  return (
    <section className="board-part" aria-label={title}>
      <h2>
        {title} <span className="chip-count">{number(count)}</span>
      </h2>
      {lines.length === 0 && <p className="soft">{none}</p>}
      {lines.length > 0 && (
        <ul className="milestones">
          {lines.map((milestone) => (
            <MilestoneLine key={milestone.id} milestone={milestone} today={today} />
          ))}
        </ul>
      )}
      {count > lines.length && (
        <p className="soft small">
          Les {number(lines.length)} premières sont affichées ; les {number(count - lines.length)} autres suivront.
        </p>
      )}
    </section>
  );
}

/** Puts the hand on the first date's gesture: Enter does it. */
function treatNext() {
  const next = document.querySelector<HTMLElement>("[data-milestone-done]");
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}
