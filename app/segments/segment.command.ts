import { parseArgs } from "node:util";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import type { CommandIo, ExitCode } from "~/server/io";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { fundByCode } from "~db/queries/funds";
import type { Group } from "./criteria";
import { readCriteriaText } from "./criteria.form";
import { exactCount } from "./figures.server";

const USAGE = `Usage : tandem segment count '<critères en JSON>' [--fund CAISSE] [--json]

  Exemple : tandem segment count '{"match":"all","of":[{"kind":"zone","is":["ZIP","ZAC"]},{"kind":"verdict","is":["yes"]}]}'
`;

/** 0: counted · 1: refused, and why · 2: the command was not understood. Counts every caisse, or the one named. */
export async function segmentCommand(
  { pool, now }: Services,
  { args, io }: { args: string[]; io: CommandIo },
): Promise<ExitCode> {
  const asked = read(args);
  if (!asked) {
    io.err(french(USAGE));
    return 2;
  }
  const criteria = readCriteriaText(asked.text);
  if (!criteria.ok) return refuse(io, criteria.why);
  const fund =
    asked.fund === undefined ? undefined : await actAs(pool, SYSTEM_ACTOR, (tx) => fundByCode(tx, asked.fund!));
  if (asked.fund !== undefined && !fund) return refuse(io, `Aucune caisse ne porte le numéro ${asked.fund}.`);
  const answer = await actAs(pool, SYSTEM_ACTOR, (tx) =>
    exactCount({ actor: SYSTEM_ACTOR, tx, now: now() }, ofFund(criteria.criteria, fund?.id)),
  );
  if ("why" in answer) return refuse(io, answer.why);
  io.out(asked.json ? `${JSON.stringify(answer)}\n` : `${countOf(answer.count, "médecin")}\n${answer.sentence}\n`);
  return 0;
}

function ofFund(criteria: Group, fundId: number | undefined): Group {
  return fundId === undefined ? criteria : { match: "all", of: [{ kind: "fund", is: [fundId] }, criteria] };
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { fund: { type: "string" }, json: { type: "boolean", default: false } },
    });
    const [verb, text, ...more] = positionals;
    return verb === "count" && text !== undefined && more.length === 0 ? { ...values, text } : null;
  } catch {
    return null;
  }
}

function refuse(io: CommandIo, why: string): 1 {
  io.err(`${french(why)}\n`);
  return 1;
}
