import { Link } from "@remix-run/react";
import type { CSSProperties } from "react";
import { dayMonthYear } from "~/format/dates";
import { countOf, number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { conclusionOf, intervalText, outlookText, points } from "./comparison-words";
import type { Comparison } from "./results.server";

interface Props {
  title: string;
  /** « visites prises » */
  what: string;
  days: number;
  success: "visits" | "contracts";
  comparison: Comparison;
  rowsAt: string;
}

export function ComparisonPanel({ title, what, days, success, comparison, rowsAt }: Props) {
  const { letter, holdout, effect } = comparison;
  const outlook = outlookText(comparison);
  const sides = [
    { key: "letter", label: "Avec le courriel", arm: letter, rate: effect.letterRate },
    { key: "holdout", label: "Mis de côté, sans courriel", arm: holdout, rate: effect.holdoutRate },
  ] as const;
  return (
    <Panel title={title}>
      <div className="stack">
        <p className="lead">{conclusionOf(what, comparison)}</p>
        {outlook && <p>{outlook}</p>}
        {effect.interval && (
          <IntervalFigure low={effect.interval.low} high={effect.interval.high} at={effect.difference} />
        )}
        <Table
          caption={`${title}, avec et sans courriel`}
          rows={sides}
          rowKey={({ key }) => key}
          columns={[
            { label: "Groupe", kind: "lead", cell: ({ label }) => label },
            {
              label: "Médecins",
              kind: "number",
              cell: ({ key, arm }) => <Figure count={arm.doctors} to={`${rowsAt}?liste=${key}`} />,
            },
            { label: "Cabinets", kind: "number", cell: ({ arm }) => number(arm.practices) },
            {
              label: capital(what),
              kind: "number",
              cell: ({ key, arm }) => <Figure count={arm.successes} to={`${rowsAt}?liste=${key}-${success}`} />,
            },
            {
              label: "Pour 100",
              kind: "number",
              cell: ({ arm, rate }) => (arm.doctors === 0 ? "" : number(rate * 100, 1)),
            },
          ]}
        />
        <p className="soft small">
          {french(
            `Comptés pendant ${countOf(days, "jour")} à partir du premier courriel, jusqu'au ${dayMonthYear(comparison.endsOn)}, pour tous les médecins tirés au sort, que le courriel soit arrivé ou non. Le tirage se fait par cabinet : l'intervalle en tient compte (effet de grappe ${number(effect.designEffect, 2)}).`,
          )}
        </p>
      </div>
    </Panel>
  );
}

function Figure({ count, to }: { count: number; to: string }) {
  return count === 0 ? number(0) : <Link to={to}>{number(count)}</Link>;
}

/** The interval on a line with its zero: what crosses it proves nothing. */
function IntervalFigure({ low, high, at }: { low: number; high: number; at: number }) {
  const reach = Math.max(Math.abs(low), Math.abs(high), 0.01) * 1.15;
  const place = (value: number) => `${((value + reach) / (2 * reach)) * 100}%`;
  return (
    <figure className="uplift">
      <div
        className="uplift-line"
        aria-hidden="true"
        style={{ "--low": place(low), "--high": place(high), "--at": place(at) } as CSSProperties}
      >
        <span className="uplift-zero" />
        <span className="uplift-span" />
        <span className="uplift-dot" />
      </div>
      <figcaption>
        {french(
          `Écart : ${points(at)} pour 100 médecins ; intervalle à ${percent(0.95, 0)} : ${intervalText({ low, high })}.`,
        )}
      </figcaption>
    </figure>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
