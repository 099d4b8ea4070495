import type { Context } from "~/access/context";
import { monthNumber } from "~/funnel/history";
import type { Mix } from "~db/queries/funnel-board";
import { type NationAsk, nationSums } from "~db/queries/funnel-nation";
import type { Targets } from "./targets";

type Narrowing = Pick<NationAsk, "zone" | "family">;

/** The whole country, from sums of eleven or more. */
export async function nationWork(ctx: Context, targets: Targets): Promise<{ met: Mix; signed: Mix }> {
  return { met: await mixOf((of) => metBy(ctx, targets, of)), signed: await mixOf((of) => signedBy(ctx, of)) };
}

async function mixOf(count: (of: Narrowing) => Promise<number>): Promise<Mix> {
  const zip = await count({ zone: "ZIP", family: null });
  return {
    all: await count({ zone: null, family: null }),
    priority: zip + (await count({ zone: "ZAC", family: null })),
    zip,
    gp: await count({ zone: null, family: "gp" }),
  };
}

async function metBy(ctx: Context, { from, to }: Targets, of: Narrowing): Promise<number> {
  const span = { from: monthNumber(from), to: monthNumber(to) };
  const rows = await nationSums(ctx.tx, { measure: "month", fundId: null, ...of, ...span });
  return rows.find(({ label }) => label === "visited")?.doctors ?? 0;
}

async function signedBy(ctx: Context, of: Narrowing): Promise<number> {
  const rows = await nationSums(ctx.tx, { measure: "now", fundId: null, ...of, from: 0, to: 1 });
  return rows.find(({ label }) => label === "signed")?.doctors ?? 0;
}
