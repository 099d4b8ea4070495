import { minutes } from "~/format/durations";
import { french } from "~/format/typography";
import { Icon } from "~/ui/icon";
import { StopCard } from "./stop-card";
import { type DayStop, inTurn, type StopTurn } from "./stops";

export interface StopListProps {
  readonly me: string;
  readonly day: string;
  readonly now: number;
  readonly stops: readonly DayStop[];
  readonly travel: string | null;
}

const HEADINGS: Partial<Record<StopTurn, string>> = { "to-report": "Comptes rendus à faire", over: "Faites" };

/** Next first and open; the rest of the day folded, one line a door, with the road between. */
export function StopList({ me, day, now, stops, travel }: StopListProps) {
  const turned = inTurn(stops, now);
  return (
    <ol className="day-stops" data-rows>
      {turned.map(({ stop, turn }, at) => (
        <li key={stop.key}>
          {HEADINGS[turn] && turned[at - 1]?.turn !== turn && <h2 className="day-heading">{HEADINGS[turn]}</h2>}
          {(turn === "next" || turn === "coming") && <Road stop={stop} travel={travel} />}
          <StopCard me={me} day={day} stop={stop} turn={turn} />
        </li>
      ))}
    </ol>
  );
}

function Road({ stop: { leg, lunchBefore, isApproximate }, travel }: { stop: DayStop; travel: string | null }) {
  if (!leg && !lunchBefore) return null;
  return (
    <p className={leg && leg.missing >= 5 ? "day-road day-road-short" : "day-road"}>
      {lunchBefore && (
        <span>
          <Icon name="clock" small /> Pause, {lunchBefore}
        </span>
      )}
      {leg && (
        <span>
          <Icon name="visits" small />
          {minutes(leg.minutes)}
          {travel === "road" && !isApproximate ? "" : " (estimés)"}
          {leg.missing >= 5 && french(` : il manque ${minutes(leg.missing)}`)}
        </span>
      )}
    </p>
  );
}
