import { parseArgs } from "node:util";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { countOf } from "~/format/numbers";
import type { CommandIo, ExitCode } from "~/server/io";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { fundByCode } from "~db/queries/funds";
import { fundsToScore, scoreFund } from "./scoring.server";

/** Everybody of a fund, or of all; says how many verdicts or ranks changed. */
export async function scoreCommand(
  { pool, now }: Services,
  { args, io }: { args: string[]; io: CommandIo },
): Promise<ExitCode> {
  const { values } = parseArgs({
    args,
    options: { fund: { type: "string" }, json: { type: "boolean", default: false } },
  });
  const as = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(pool, SYSTEM_ACTOR, work);
  const ctxOf = (tx: Parameters<Parameters<typeof as>[0]>[0]) => ({ actor: SYSTEM_ACTOR, tx, now: now() });
  const fund = values.fund === undefined ? undefined : await as((tx) => fundByCode(tx, values.fund!));
  if (values.fund !== undefined && !fund) {
    io.err(`Aucune caisse ne porte le numéro ${values.fund}.\n`);
    return 1;
  }
  const fundIds = fund ? [fund.id] : await as((tx) => fundsToScore(ctxOf(tx)));
  let changed = 0;
  for (const fundId of fundIds) changed += await as((tx) => scoreFund(ctxOf(tx), fundId));
  io.out(
    values.json
      ? `${JSON.stringify({ funds: fundIds.length, changed })}\n`
      : `${countOf(fundIds.length, "caisse recalculée", "caisses recalculées")}, ${countOf(changed, "médecin changé", "médecins changés")}.\n`,
  );
  return 0;
}
