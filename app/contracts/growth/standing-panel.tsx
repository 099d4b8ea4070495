import { useFetcher } from "@remix-run/react";
import { dayMonthYear } from "~/format/dates";
import { euros } from "~/format/euros";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Notice, type NoticeKind } from "~/ui/notice";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";
import type { Standing, StandingKind } from "./standing";
import { STANDING_TITLES } from "./standing-titles";

const LOOKS: Partial<Record<StandingKind, NoticeKind>> = {
  reached: "good",
  "on-track": "good",
  "at-risk": "attention",
  behind: "attention",
  missed: "attention",
};

interface StandingPanelProps {
  readonly standing: Standing;
  readonly nextYear: {
    readonly contractYear: number;
    readonly startsOn: string;
    readonly minCents: number | null;
    readonly maxCents: number | null;
  } | null;
  readonly help: {
    readonly kind: "visit" | "call";
    readonly due_on: string;
    readonly by: string | null;
    readonly state: string | null;
  } | null;
  readonly mayPrepare: boolean;
}

/** The answer first, its reason, what it may cost, and the help to give. */
export function StandingPanel({ standing, nextYear, help, mayPrepare }: StandingPanelProps) {
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data);
  return (
    <Notice kind={LOOKS[standing.kind] ?? "info"} title={STANDING_TITLES[standing.kind]}>
      <div className="stack stack-tight">
        <p>{standing.reason}</p>
        {nextYear && <p className="growth-amount">{amountOf(nextYear)}</p>}
        {help ? (
          <p>
            {help.kind === "visit" ? "Une visite" : "Un appel"} d'aide{" "}
            {help.state === "open" ? "est prévu" : "était prévu"}
            {help.kind === "visit" ? "e" : ""} avant le {dayMonthYear(help.due_on)}
            {help.by && `, par ${help.by}`}.
          </p>
        ) : (
          standing.isWarning &&
          mayPrepare && (
            <fetcher.Form method="post" className="cluster">
              <input type="hidden" name="intent" value="help" />
              <Button
                type="submit"
                name="kind"
                value="visit"
                kind="primary"
                icon="visits"
                busy={fetcher.state !== "idle"}
              >
                Prévoir une visite d'aide
              </Button>
              <Button type="submit" name="kind" value="call" icon="phone">
                Prévoir un appel
              </Button>
            </fetcher.Form>
          )
        )}
        {refused && <p role="alert">{refused.error}</p>}
      </div>
    </Notice>
  );
}

/** From year 3 the formula is published nowhere: a range, never a figure. */
function amountOf(year: NonNullable<StandingPanelProps["nextYear"]>): string {
  const when = `Année ${year.contractYear}, à partir du ${dayMonthYear(year.startsOn)} :`;
  if (year.maxCents === null || year.minCents === null)
    return french(`${when} montant à vérifier auprès de la caisse.`);
  if (year.minCents === year.maxCents) return french(`${when} ${euros(year.maxCents)}, quelle que soit la patientèle.`);
  return french(
    `${when} de ${euros(year.minCents)} à ${euros(year.maxCents)} selon l'objectif. La formule n'est pas publiée : à vérifier auprès de la caisse.`,
  );
}
