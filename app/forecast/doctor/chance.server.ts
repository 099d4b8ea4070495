import type { Context } from "~/access/context";
import { addDays, dayOf } from "~/calendar/day";
import { readDoctorId } from "~/doctors/doctor.server";
import { notFound } from "~/errors";
import { modelFitOf, practiceOf, weightOfChances } from "~db/queries/chances";
import { askedOf, type Practice, SETTLED_DAYS } from "../model/declared";
import { factorOf, meanOf } from "../model/doctor-chances";
import type { Evaluation, Judged } from "../model/evaluation";
import { chanceOf, contributionsOf, type Model, sumsOf } from "../model/model";
import { againstMean, oddsOf, rangeOf, reasonsOf } from "./chance-words";

/** How likely a contract is within half a year of a first visit, why, and what the model is worth; or why nothing is said. */
export async function chanceAbout(ctx: Context, doctorId: string | undefined) {
  const id = readDoctorId(doctorId);
  const doctor = id === null ? undefined : await practiceOf(ctx.tx, id);
  if (!doctor) throw notFound("Médecin");
  const { fundId, goneOn, signedOn, metOn } = doctor;
  const fit = await modelFitOf(ctx.tx, fundId);
  const [model, judged] = [(fit?.model ?? null) as Model | null, (fit?.judged ?? null) as Judged | null];
  const evaluation = judged?.evaluation ?? null;
  const isOver = metOn !== null && addDays(metOn, SETTLED_DAYS) <= dayOf(ctx.now);
  const isAsked = goneOn === null && signedOn === null && !isOver;
  return {
    goneOn,
    signedOn,
    metOn,
    isOver,
    isEligible: doctor.verdict !== "no",
    why: judged?.why ?? null,
    computedAt: fit?.computed_at ?? null,
    evaluation: judged?.isUsable ? evaluation : null,
    isWeighed: (await weightOfChances(ctx.tx, fundId))?.is_used ?? false,
    told: isAsked && judged?.isUsable && model && evaluation ? toldOf(model, evaluation, doctor) : null,
  };
}

function toldOf(model: Model, { bins }: Evaluation, practice: Practice) {
  const table = askedOf([practice]);
  const chance = chanceOf(sumsOf(model, table)[0]!);
  const mean = meanOf(model);
  return {
    odds: oddsOf(chance),
    against: againstMean(chance, mean),
    factor: factorOf(chance, mean),
    range: rangeOf(bins, chance),
    ...reasonsOf(contributionsOf(model, table, 0), practice),
  };
}
