import { Link } from "@remix-run/react";
import { countOf, number, plural } from "~/format/numbers";
import { listed } from "~/format/typography";
import { classes } from "~/ui/classes";
import { Icon } from "~/ui/icon";
import { Panel } from "~/ui/panel";
import { type JourneyStep, STOP_LABELS, type StopRule } from "./journey";
import type { Station, Tally } from "./stations";
import { STEP_ICONS } from "./step-card";
import { delayOf, expiryOf, stepName } from "./words";

interface JourneyLineProps {
  steps: readonly JourneyStep[];
  stops: readonly StopRule[];
  letters: ReadonlyMap<string, string>;
  /** Who is where, once the journey runs; `place` is the one whose people are shown. */
  tally?: Tally;
  place?: string | null;
}

/** The steps as a line from top to bottom, with who stands at each. */
export function JourneyLine({ steps, stops, letters, tally, place = null }: JourneyLineProps) {
  return (
    <Panel title="Les étapes">
      <ol className="journey-line">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frozen steps are named by their place
          <li key={at} className={classes("journey-station", place === String(at) && "is-shown")}>
            <span className="journey-dot">
              <Icon name={STEP_ICONS[step.kind]} small />
            </span>
            <div>
              <p className="journey-station-name">
                {at + 1}. {stepName(step, letters)}
              </p>
              <p className="soft small">{[delayOf(step, at === 0), expiryOf(step)].filter(Boolean).join(" ; ")}</p>
              {tally && <WentBy station={tally.stations[at]!} kind={step.kind} />}
            </div>
            {tally && <Here count={tally.stations[at]!.here} place={String(at)} isShown={place === String(at)} />}
          </li>
        ))}
        {tally && <Ends tally={tally} place={place} />}
      </ol>
      <p className="soft small">
        S'arrête pour un médecin dès que : {stops.map((rule) => STOP_LABELS[rule].toLowerCase()).join(" ; ")}.
      </p>
    </Panel>
  );
}

function WentBy({ station: { done, passed, reasons }, kind }: { station: Station; kind: JourneyStep["kind"] }) {
  if (done + passed === 0) return null;
  const made =
    kind === "letter" ? plural(done, "envoyée") : kind === "call" ? plural(done, "fait") : plural(done, "faite");
  const why = reasons.map((reason) => `${number(reason.doctors)} ${reason.why}`);
  return (
    <p className="small">
      {number(done)} {made}
      {passed > 0 && `, ${countOf(passed, kind === "call" ? "passé" : "passée")} (${listed(why)})`}
    </p>
  );
}

function Here({ count, place, isShown }: { count: number; place: string; isShown: boolean }) {
  if (count === 0) return <span className="journey-here soft">0</span>;
  return (
    <Link
      className="journey-here link"
      to={isShown ? "?" : `?place=${place}`}
      preventScrollReset
      aria-current={isShown ? "true" : undefined}
    >
      {countOf(count, "médecin")}
    </Link>
  );
}

function Ends({ tally, place }: { tally: Tally; place: string | null }) {
  const why = listed(tally.endings.map(({ why, doctors }) => `${number(doctors)} : ${why}`));
  const ends = [
    { place: "finished", name: "Allés au bout", doctors: tally.finished, why: "" },
    { place: "stopped", name: "Sortis en chemin", doctors: tally.stopped, why },
    { place: "held_out", name: "Mis de côté pour comparer", doctors: tally.heldOut, why: "" },
  ];
  return (
    <>
      {ends
        .filter(({ doctors, place }) => doctors > 0 || place === "finished")
        .map((end) => (
          <li key={end.place} className={classes("journey-station is-end", place === end.place && "is-shown")}>
            <span className="journey-dot" />
            <div>
              <p className="journey-station-name">{end.name}</p>
              {end.why && <p className="soft small">{end.why}</p>}
            </div>
            <Here count={end.doctors} place={end.place} isShown={place === end.place} />
          </li>
        ))}
    </>
  );
}
