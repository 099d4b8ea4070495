import { type Day, isDay } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";

export interface Typed {
  readonly on: Day;
  readonly mtPatients: number | null;
  readonly activeFile: number | null;
}

interface Known {
  readonly startsOn: Day | null;
  readonly today: Day;
  /** The last count before the day, of each measure. */
  readonly before: { readonly mtPatients: number | null; readonly activeFile: number | null };
  /** Who types it has read that it falls. */
  readonly isSure: boolean;
}

/** A drop from which a person is asked whether the figure is right. */
const DROP_SHARE = 0.05;

/** What is wrong with a typed count, by field; nothing when it may be kept. */
export function countProblems({ on, mtPatients, activeFile }: Typed, known: Known): Record<string, string[]> {
  const { startsOn, today, before, isSure } = known;
  if (!isDay(on)) return { on: ["Indiquez un jour."] };
  if (startsOn === null) return { on: [french("Ce contrat n'est pas signé : il n'y a rien à suivre encore.")] };
  if (on > today) return { on: ["Ce jour n'est pas encore venu."] };
  if (on < startsOn)
    return { on: [french(`Le contrat commence le ${dayMonthYear(startsOn)} : comptez à partir de ce jour.`)] };
  if (mtPatients === null && activeFile === null) return { mtPatients: ["Indiquez au moins un des deux nombres."] };
  if (isSure) return {};
  return {
    ...dropProblem("mtPatients", mtPatients, before.mtPatients),
    ...dropProblem("activeFile", activeFile, before.activeFile),
  };
}

function dropProblem(field: string, value: number | null, before: number | null): Record<string, string[]> {
  if (value === null || before === null || value >= before * (1 - DROP_SHARE)) return {};
  const text = `${number(value)} après ${number(before)} : la patientèle baisse nettement. Corrigez, ou cochez la case si le nombre est juste.`;
  return { [field]: [french(text)] };
}
