import { addMonths, type Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { number, signed } from "~/format/numbers";
import { french } from "~/format/typography";
import { expectedOn, type Path } from "./path";
import { type Count, type Projection, projected } from "./projection";

export type StandingKind =
  | "suspended"
  | "unknown"
  | "no-count"
  | "too-early"
  | "reached"
  | "on-track"
  | "uncertain"
  | "at-risk"
  | "behind"
  | "missed";

export interface Standing {
  readonly kind: StandingKind;
  /** Why, in one sentence. */
  readonly reason: string;
  readonly isWarning: boolean;
  readonly expected: number | null;
  readonly projection: Projection | null;
}

/** Nobody is warned sooner: a list moves with the seasons. */
const WARNED_FROM_MONTH = 6;

interface Asked {
  readonly path: Path;
  /** After the signature, oldest first, one a day. */
  readonly counts: readonly Count[];
  readonly today: Day;
  readonly isSuspended: boolean;
}

/** Where a doctor stands on the way to the objective, and whether somebody should help now. */
export function standingOf({ path, counts, today, isSuspended }: Asked): Standing {
  const start = path.baseline === null ? [] : [{ on: path.startsOn, value: path.baseline }];
  const known = [...start, ...counts.filter(({ on }) => on > path.startsOn && on <= today)];
  const last = known.length > start.length ? known.at(-1)! : null;
  const projection = today < path.dueOn ? projected(known, path.dueOn) : null;
  const expected = expectedOn(path, last?.on ?? today);
  const told = (kind: StandingKind, reason: string): Standing => ({
    kind,
    reason: french(reason),
    isWarning: kind === "behind" || kind === "at-risk" || kind === "missed",
    expected,
    projection,
  });
  if (isSuspended)
    return told(
      "suspended",
      "Le contrat est suspendu : aucune alerte. Le report de l'échéance n'est écrit nulle part, à vérifier auprès de la caisse.",
    );
  if (last === null) return told("no-count", "Aucun comptage depuis la signature : demandez-en un au médecin.");
  if (path.target === null) return told("unknown", unknownReason(path, last));
  if (today >= path.dueOn) return afterDue(path, last, told);
  if (!path.isMaintain && last.value >= path.target)
    return told(
      "reached",
      `Objectif déjà atteint : ${number(last.value)} patients, pour ${number(path.target)}. Il reste à tenir.`,
    );
  if (projection === null || today < addMonths(path.startsOn, WARNED_FROM_MONTH))
    return told(
      "too-early",
      "Moins de six mois depuis la signature, ou des comptages trop proches : trop tôt pour dire une tendance.",
    );
  return told(kindAhead(projection, path.target), aheadReason(projection, path.target));
}

function kindAhead({ low, value, high }: Projection, target: number): StandingKind {
  if (low >= target) return "on-track";
  if (value >= target) return "uncertain";
  return high >= target ? "at-risk" : "behind";
}

function aheadReason({ low, value, high, on }: Projection, target: number): string {
  const gap = value - target;
  return `À ce rythme, ${number(value)} patients le ${dayMonthYear(on)} (entre ${number(low)} et ${number(high)}), pour un objectif de ${number(target)} : ${gap === 0 ? "juste ce qu'il faut" : `${signed(gap)} patients`}.`;
}

function afterDue(path: Path, last: Count, told: (kind: StandingKind, reason: string) => Standing): Standing {
  const target = path.target!;
  if (last.on < path.dueOn)
    return told(
      "no-count",
      `L'échéance du ${dayMonthYear(path.dueOn)} est passée, et le dernier comptage est du ${dayMonthYear(last.on)} : demandez-en un autre.`,
    );
  return last.value >= target
    ? told(
        "reached",
        `Objectif tenu : ${number(last.value)} patients le ${dayMonthYear(last.on)}, pour ${number(target)}.`,
      )
    : told(
        "missed",
        `Il manque ${number(target - last.value)} patients au ${dayMonthYear(last.on)} : ${number(last.value)}, pour un objectif de ${number(target)}.`,
      );
}

function unknownReason({ baseline }: Path, last: Count): string {
  const gained = baseline === null ? "" : ` Depuis la signature : ${signed(last.value - baseline)} patients.`;
  return `L'objectif de ce contrat n'est publié nulle part : à vérifier auprès de la caisse.${gained}`;
}
