import type { Measure } from "../report";

/** One loading of one file, done by a process of its own so that its memory and its processors can be told apart. */
export interface ImportJob {
  readonly by: "product" | "reference";
  readonly url: string;
  readonly file: string;
  /** Where the product keeps the files it was given. */
  readonly folder: string;
  readonly importId: string;
}

export interface ImportRun extends Measure {
  readonly rss: number;
  /** How the wall time divides, by step. */
  readonly steps: Readonly<Record<string, number>>;
}
