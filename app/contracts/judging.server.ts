import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { factsOf } from "~/doctors/facts-of";
import { assess } from "~/eligibility/assess";
import { assessGroup } from "~/eligibility/assess-group";
import { versionOn } from "~/eligibility/versions";
import { french } from "~/format/typography";
import { membersOf } from "~db/queries/contract-parts";
import { contractTies } from "~db/queries/contract-ties";
import type { ContractSheet } from "~db/queries/contracts";
import { doctorFactsOf } from "~db/queries/doctor-facts";
import { type Counted, countedThatDay, groupFactsOf, type Judgement, judgementOf, knownBy } from "./judgement";

/** Nothing to say: what a renewal asks of its doctor was read in no text, and no text was in force before the first. */
const UNJUDGED: Judgement = { refusal: null, doubts: [] };

/** A delegate sees the members of their sectors; the mean is that of all. */
const NOT_ALL_SEEN: Judgement = {
  refusal: null,
  doubts: [french("Un adhérent exerce dans un autre secteur : un responsable juge le groupe entier.")],
};

/** Asks the texts again for a signature on that day; null counts are those known to the files. */
export async function judgeSignature(
  ctx: Context,
  sheet: ContractSheet,
  on: Day,
  counted: Counted | null,
): Promise<Judgement> {
  if (sheet.renews !== null) return UNJUDGED;
  return sheet.doctor_id === null
    ? judgeCompany(ctx, sheet, on)
    : judgeDoctor(ctx, { id: sheet.doctor_id, on, counted });
}

async function judgeDoctor(
  ctx: Context,
  { id, on, counted }: { id: number; on: Day; counted: Counted | null },
): Promise<Judgement> {
  const version = versionOn(on, "INDIVIDUAL");
  const row = await doctorFactsOf(ctx.tx, id, on);
  if (version === null || !row) return UNJUDGED;
  const [then, since] = [knownBy(row, on), row].map((known) =>
    assess(factsOf(counted === null ? known : countedThatDay(known, counted)), version, on),
  );
  return judgementOf(then!, since!);
}

async function judgeCompany(ctx: Context, sheet: ContractSheet, on: Day): Promise<Judgement> {
  const version = versionOn(on, "COLLECTIVE");
  if (version === null) return UNJUDGED;
  const ids = (await membersOf(ctx.tx, sheet.id)).filter((m) => m.left_on === null).map((m) => m.doctor_id);
  const rows = [];
  for (const id of ids) {
    const row = await doctorFactsOf(ctx.tx, id, on);
    if (!row) return NOT_ALL_SEEN;
    rows.push(row);
  }
  const ties = await contractTies(ctx.tx, ids, [sheet.id], on);
  const group = {
    legalForm: sheet.company_form,
    etp: sheet.etp,
    individualContracts: ties.filter(({ individual_ends_on: ends }) => ends !== null && ends > on).length,
  };
  const [then, since] = [rows.map((row) => knownBy(row, on)), rows].map((members) =>
    assessGroup(groupFactsOf(members, group), version, on),
  );
  return judgementOf(then!, since!);
}
