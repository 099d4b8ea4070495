/** What one run cost. `cpu` is Node's and PostgreSQL's together; NaN where the system does not tell. */
export interface Measure {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds. */
  readonly cpu: number;
  /** Rows inserted, updated or deleted. */
  readonly rows?: number;
  /** Peak resident memory of the Node process, megabytes. */
  readonly rss?: number;
}

/** Keeps the score of a whole run of benches and prints it as it comes. */
export interface Report {
  title(text: string): void;
  note(text: string): void;
  /** One goal, met or missed. */
  goal(name: string, isMet: boolean, figures: string): void;
  readonly passed: number;
  readonly failed: number;
}

export function openReport(say: (line: string) => void): Report {
  let [passed, failed] = [0, 0];
  return {
    title: (text) => say(`\n${text}`),
    note: (text) => say(`        ${text}`),
    goal(name, isMet, figures) {
      if (isMet) passed += 1;
      else failed += 1;
      say(`${isMet ? "  ok  " : "MISSED"}  ${name}: ${figures}`);
    },
    get passed() {
      return passed;
    },
    get failed() {
      return failed;
    },
  };
}

export function figuresOf({ wall, cpu, rows, rss }: Measure): string {
  const parts = [`wall ${milliseconds(wall)}`, `cpu ${milliseconds(cpu)}`];
  if (rows !== undefined) parts.push(`rows written ${rows.toLocaleString("en")}`);
  if (rss !== undefined) parts.push(`peak RSS ${rss.toFixed(0)} MB`);
  return parts.join(", ");
}

export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return "unknown";
  return `${value < 10 ? value.toFixed(3) : value.toFixed(value < 100 ? 1 : 0)} ms`;
}
