import type { Context } from "~/access/context";
import { optionAvailability } from "~/aids/open-options";
import { scheduleOn } from "~/aids/schedules";
import { CONTRACT_YEARS } from "~/aids/simulate";
import { addYears, type Day } from "~/calendar/day";
import { completeFact } from "~/doctors/completing.server";
import { seenAs } from "~/doctors/evidence";
import { versionOn } from "~/eligibility/versions";
import { conflict, invalid } from "~/errors";
import { french, listed } from "~/format/typography";
import { moveStage } from "~/funnel/funnel.server";
import { documentsHeld, enterMembers, membersOf } from "~db/queries/contract-parts";
import { doctorsForContract } from "~db/queries/contract-ties";
import { type ContractChange, type ContractSheet, contractById, insertContractEvent } from "~db/queries/contracts";
import { OPTION_LABELS } from "./contract";
import type { Ask } from "./contract.form";
import { DOCUMENTS } from "./documents";
import { judgeSignature } from "./judging.server";
import { objectiveAtSignature, objectiveOfGroup } from "./objective";
import { changeSeen, todayOf } from "./planning.server";
import { refusalOfSignature } from "./refusals";
import { whyNotBound } from "./ties.server";

/** Letters of a reason that says something. */
const SHORTEST_REASON = 3;

type Doctors = Awaited<ReturnType<typeof doctorsForContract>>;

/** The signature fixes the text, the table of amounts, the counts of that day and the objective they carry. */
export async function signContract(ctx: Context, sheet: ContractSheet, ask: Ask<"sign">): Promise<string> {
  const today = todayOf(ctx, sheet);
  const why = refusalOfSignature(sheet.kind, ask.signedOn, today);
  if (why) throw invalid({ signedOn: [why] }, why);
  const closed = sheet.renews === null ? optionClosed(sheet, ask.signedOn) : null;
  if (closed) throw conflict(closed);
  await papersComplete(ctx, sheet);
  const doctors = await doctorsForContract(ctx.tx, { ids: await signatories(ctx, sheet) });
  const renewed = sheet.renews === null ? undefined : await contractById(ctx.tx, sheet.renews);
  const startsOn = renewed?.ends_on && renewed.ends_on > ask.signedOn ? renewed.ends_on : ask.signedOn;
  const except = renewed ? [sheet.id, renewed.id] : [sheet.id];
  const bound = await whyNotBound(
    ctx,
    sheet.kind,
    doctors.map(({ id }) => id),
    { on: startsOn, except },
  );
  if (bound) throw conflict(bound);
  await judged(ctx, sheet, ask);

  await changeSeen(ctx, sheet, {
    state: "signed",
    signed_on: ask.signedOn,
    starts_on: startsOn,
    ends_on: addYears(startsOn, CONTRACT_YEARS),
    ...(sheet.kind === "collective" ? groupTerms(sheet) : ownTerms(sheet, ask, startsOn)),
  });
  if (sheet.kind === "collective") await enterMembers(ctx.tx, sheet.id, startsOn);
  if (renewed) await closeRenewed(ctx, renewed, ask.signedOn);
  await tellDoctors(ctx, doctors, ask.signedOn);
  return "La signature est enregistrée ; les échéances des cinq ans sont posées.";
}

/** A new contract takes an option open that day; a renewal keeps its own. */
function optionClosed({ kind, option }: ContractSheet, signedOn: Day): string | null {
  if (kind === "collective" || option === null) return null;
  const version = versionOn(signedOn, "INDIVIDUAL")!;
  const unknown = { zone: null, specialty: null, isMEP: null, currentContract: null };
  const { available } = optionAvailability(option, { version: version.id, ...unknown });
  return available === "no"
    ? `L'option « ${OPTION_LABELS[option]} » est fermée aux contrats signés ce jour-là, selon ${version.name}.`
    : null;
}

/** A clear no is refused; what is not known is signed by somebody who says why. */
async function judged(ctx: Context, sheet: ContractSheet, ask: Ask<"sign">): Promise<void> {
  const { refusal, doubts } = await judgeSignature(ctx, sheet, ask.signedOn, ask);
  if (refusal) throw conflict(refusal);
  if (doubts.length > 0 && ask.reason.length < SHORTEST_REASON)
    throw invalid(
      { reason: ["Dites ce que vous avez vérifié, et où."] },
      french(`Il reste à vérifier : ${doubts.join(" ")}`),
    );
}

async function papersComplete(ctx: Context, sheet: ContractSheet): Promise<void> {
  const missing = (await documentsHeld(ctx.tx, sheet.id))
    .filter((each) => each.received_on === null && each.waived_on === null)
    .map(({ kind }) => DOCUMENTS[kind].toLocaleLowerCase("fr"));
  if (missing.length > 0)
    throw conflict(`Il manque encore : ${listed(missing)}. Notez ces pièces reçues, ou dispensez-en le dossier.`);
}

async function signatories(ctx: Context, sheet: ContractSheet): Promise<number[]> {
  if (sheet.doctor_id !== null) return [sheet.doctor_id];
  const members = await membersOf(ctx.tx, sheet.id);
  return members.filter(({ left_on }) => left_on === null).map(({ doctor_id }) => doctor_id);
}

function groupTerms(sheet: ContractSheet): ContractChange {
  const objective = JSON.stringify(objectiveOfGroup(sheet.etp ?? 0));
  return { version: "COLL2026", schedule: "COLL2026", objective };
}

/** A text published after the signature changes nothing: the contract keeps that of its first day. */
function ownTerms(sheet: ContractSheet, ask: Ask<"sign">, startsOn: Day): ContractChange {
  const version = versionOn(startsOn, "INDIVIDUAL")!.id;
  const { band, patients, fileActive, newlyInstalled, age } = ask;
  const objective = objectiveAtSignature({
    version,
    signedOn: startsOn,
    isGP: sheet.is_gp === true,
    option: sheet.option ?? "0.5",
    newlyInstalled,
    age,
    band,
    patients,
    fileActive,
  });
  return {
    version,
    schedule: scheduleOn(startsOn).id,
    band,
    mt_patients: patients,
    active_file: fileActive,
    newly_installed: newlyInstalled,
    age_at_signature: age,
    // What a renewal asks was told in two ways: it is left to the caisse.
    ...(sheet.renews === null ? { objective: JSON.stringify(objective) } : {}),
  };
}

async function closeRenewed(ctx: Context, old: ContractSheet, signedOn: Day): Promise<void> {
  await changeSeen(ctx, old, { state: "renewed" });
  await insertContractEvent(ctx.tx, {
    fundId: old.fund_id,
    contractId: old.id,
    step: "renew",
    from: old.state,
    to: "renewed",
    onDay: signedOn,
    payload: {},
    by: ctx.actor.id,
    at: ctx.now,
  });
}

/** The funnel moves, and the priorities stop proposing a doctor who has signed. */
async function tellDoctors(ctx: Context, doctors: Doctors, signedOn: Day): Promise<void> {
  for (const doctor of doctors) {
    await moveStage(ctx, { id: doctor.id, fundId: doctor.fund_id }, "signed", "contract");
    if (doctor.signed_on !== null) continue;
    await completeFact(ctx, doctor.id, {
      intent: "complete",
      fact: "signed_on",
      answer: signedOn,
      measuredOn: signedOn,
      seen: seenAs(null, null),
    });
  }
}
