import type { PlaceCount, TurnCount } from "~db/queries/journeys-pages";
import { endingOf, passedOf } from "./words";

/** One step of the line: who is there now, and what became of those who went by. */
export interface Station {
  readonly here: number;
  readonly done: number;
  readonly passed: number;
  /** Why it was passed, most frequent first. */
  readonly reasons: readonly { readonly why: string; readonly doctors: number }[];
}

export interface Tally {
  readonly stations: readonly Station[];
  readonly active: number;
  readonly finished: number;
  readonly stopped: number;
  readonly heldOut: number;
  readonly endings: readonly { readonly why: string; readonly doctors: number }[];
}

const sum = (rows: readonly { readonly doctors: number }[]) => rows.reduce((all, { doctors }) => all + doctors, 0);

/** Counts by row become the line of steps and its ends; everybody stands in exactly one place. */
export function tallyOf(length: number, places: readonly PlaceCount[], turns: readonly TurnCount[]): Tally {
  const of = (state: PlaceCount["state"]) => places.filter((place) => place.state === state);
  const stations = Array.from({ length }, (_, at) => {
    const mine = turns.filter(({ step }) => step === at);
    const passed = mine.filter(({ result }) => result === "passed");
    return {
      here: sum(of("active").filter(({ step }) => step === at)),
      done: sum(mine.filter(({ result }) => result === "done")),
      passed: sum(passed),
      reasons: passed.map(({ because, doctors }) => ({ why: passedOf(because), doctors })),
    };
  });
  const whys = new Map<string, number>();
  for (const { because, doctors } of of("stopped")) {
    const why = endingOf(because);
    whys.set(why, (whys.get(why) ?? 0) + doctors);
  }
  return {
    stations,
    active: sum(of("active")),
    finished: sum(of("finished")),
    stopped: sum(of("stopped")),
    heldOut: sum(of("held_out")),
    endings: [...whys].map(([why, doctors]) => ({ why, doctors })).sort((a, b) => b.doctors - a.doctors),
  };
}
