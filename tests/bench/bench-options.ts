import type { Report } from "./report";
import type { BenchServer } from "./server";

export type Scale = "small" | "full";

/** What every bench is given. */
export interface BenchOptions {
  readonly scale: Scale;
  readonly report: Report;
  /** Started when the first bench asks for it. */
  readonly server: () => Promise<BenchServer>;
}

export type Bench = (options: BenchOptions) => Promise<void>;
