import type { Day } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { classes } from "~/ui/classes";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import type { JourneyStep } from "./journey";
import type { DatedStep, ReplayEvent } from "./replay";
import { STEP_ICONS } from "./step-card";
import { endingOf, passedOf, stepName } from "./words";

interface TrialStepsProps {
  steps: readonly JourneyStep[];
  dated: readonly DatedStep[];
  end: ReplayEvent | null;
  today: Day;
  letters: ReadonlyMap<string, string>;
  /** Null: tasks are supposed to be done at once. */
  onDone: ((step: number) => void) | null;
}

/** The steps with their days: those behind the clock in full, those ahead as they would come. */
export function TrialSteps({ steps, dated, end, today, letters, onDone }: TrialStepsProps) {
  return (
    <Panel title="Ce que vit ce médecin">
      <ol className="journey-line">
        {steps.map((step, at) => {
          const when = dated[at];
          const isAhead = when === undefined || when.begunOn > today;
          const isOpen = !isAhead && (when.over === null || when.over.on > today);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are named by their place
            <li key={at} className={classes("journey-station", isAhead && "journey-ahead", isOpen && "is-shown")}>
              <span className="journey-dot">
                <Icon name={STEP_ICONS[step.kind]} small />
              </span>
              <div>
                <p className="journey-station-name">
                  {at + 1}. {stepName(step, letters)}
                </p>
                <p className="small">{french(sentenceOf(when, today))}</p>
              </div>
              {isOpen && step.kind !== "letter" && onDone !== null ? (
                <Button onClick={() => onDone(at)}>Fait ce jour</Button>
              ) : (
                <span />
              )}
            </li>
          );
        })}
      </ol>
      {end !== null && <End end={end} today={today} />}
    </Panel>
  );
}

function sentenceOf(when: DatedStep | undefined, today: Day): string {
  if (when === undefined) return "n'a pas lieu";
  if (when.begunOn > today) return `viendrait le ${longDay(when.begunOn)}`;
  const begun = `commence le ${longDay(when.begunOn)}`;
  const { over } = when;
  if (over === null || over.on > today) return `${begun}, pas encore finie`;
  const end = over.result === "done" ? "faite" : `passée : ${passedOf(over.because)}`;
  return over.on === when.begunOn ? `${longDay(over.on)} : ${end}` : `${begun}, ${end} le ${longDay(over.on)}`;
}

function End({ end, today }: { end: ReplayEvent; today: Day }) {
  const on = longDay(end.on);
  const isAhead = end.on > today;
  if (end.kind === "stopped")
    return (
      <Notice kind="attention" title={french(`${isAhead ? "S'arrêterait" : "S'arrête"} le ${on}`)} live>
        {french(`Parce que ${endingOf(end.because)}.`)}
      </Notice>
    );
  return (
    <Notice kind={isAhead ? "info" : "good"} title={isAhead ? `Irait au bout le ${on}` : `Va au bout le ${on}`} live>
      {isAhead ? "Si rien ne l'arrête d'ici là." : "Toutes les étapes sont derrière ce médecin."}
    </Notice>
  );
}
