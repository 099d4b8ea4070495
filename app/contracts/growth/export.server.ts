import type { Context } from "~/access/context";
import { csvLine } from "~/format/csv";
import { numericDay } from "~/format/dates";
import { countsSince } from "~db/queries/growth";
import { contractSeen } from "../planning.server";
import { exported } from "./counts";

/** The counts of a contract as a file; small ones are hidden. */
export async function growthLines(ctx: Context, contractId: string | undefined): Promise<string> {
  const sheet = await contractSeen(ctx, contractId);
  const { doctor_id: doctorId, starts_on: startsOn } = sheet;
  const rows =
    doctorId === null || startsOn === null
      ? []
      : await countsSince(ctx.tx, { contractId: sheet.id, doctorId }, startsOn);
  const head = ["Jour", "Patients médecin traitant", "File active", "Source"];
  const lines = rows.map(({ on, mt, fa, source }) => [numericDay(on), exported(mt), exported(fa), source]);
  return [head, ...lines].map((line) => csvLine(line)).join("");
}
