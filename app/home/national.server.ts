import type { Context } from "~/access/context";
import { nationFigures } from "~/steering/nation/nation.server";
import { nationalCounts } from "~db/queries/home";
import type { NationalSearch } from "./home.form";
import { nationalTable } from "./national-table";

const VERDICT_OF = { oui: "yes", "a-verifier": "unknown", non: "no" } as const;

/** Aggregates of every fund; nobody is named, and small groups were hidden before they left the database. */
export async function nationalPage(ctx: Context, { verdict, specialite, mesure }: NationalSearch) {
  const counts = (await nationalCounts(ctx.tx)).filter(
    (count) =>
      (!verdict || count.verdict === VERDICT_OF[verdict]) &&
      (!specialite || count.is_gp === (specialite === "generalistes")),
  );
  return { ...nationalTable(counts), now: ctx.now, figures: await nationFigures(ctx, mesure) };
}
