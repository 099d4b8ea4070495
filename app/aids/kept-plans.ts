import type { ShownSimulation } from "./view";

/** What stays of a simulation handed over: its figures and their sources, as said that day. */
export interface KeptPlans {
  readonly signedOn: string;
  readonly sides: readonly {
    readonly short: string;
    readonly version: string;
    readonly total: string | null;
    readonly years: readonly { readonly minCents: number | null; readonly maxCents: number | null }[];
  }[];
  readonly origins: readonly string[];
}

export function keepPlans({ ask, sides, origins }: ShownSimulation): KeptPlans {
  return {
    signedOn: ask.signedOn,
    sides: sides.map(({ short, version, total, years }) => ({
      short,
      version,
      total,
      years: years.map(({ minCents, maxCents }) => ({ minCents, maxCents })),
    })),
    origins,
  };
}
