import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { readDoctorId } from "~/doctors/doctor.server";
import { factsOf } from "~/doctors/facts-of";
import { conflict, invalid, notFound } from "~/errors";
import { politeName } from "~/format/names";
import { moveStage } from "~/funnel/funnel.server";
import { doctorFactsOf } from "~db/queries/doctor-facts";
import { doctorById } from "~db/queries/doctors";
import { simulationLettersOf } from "~db/queries/simulation-letters";
import {
  insertSimulation,
  lastMovesOf,
  markTakenBack,
  removeMove,
  simulationById,
  simulationsOf,
  standAgain,
  tieToMove,
} from "~db/queries/simulations";
import { type AskText, readAsk, writeAsk } from "./ask";
import { type KeptPlans, keepPlans } from "./kept-plans";
import { reachOf } from "./letter-reach.server";
import type { AidSubject } from "./plan";
import { showSimulation } from "./view";

/** The simulation of one doctor as the address asks for it, and those handed over before. */
export async function openSimulation(ctx: Context, doctorId: string | undefined, text: AskText) {
  const simulated = await simulationOf(ctx, doctorId, text);
  const { doctor } = simulated;
  const [lastMove] = await lastMovesOf(ctx.tx, doctor.id);
  const handed = await simulationsOf(ctx.tx, doctor.id);
  return {
    ...shownOf(simulated),
    problems: simulated.problems,
    ...(await sendingOf(ctx, doctor)),
    letters: (await simulationLettersOf(ctx.tx, doctor.id)).map((row) => ({
      ...{ id: row.id, askedOn: row.asked_on, recipient: row.recipient, state: row.state, failure: row.failure },
      by: row.account_id === ctx.actor.id ? "vous" : (row.by ?? "un collègue"),
    })),
    handed: handed.map((row) => ({
      id: row.id,
      choices: row.choices,
      ...(row.plans as KeptPlans),
      handedOn: row.handed_on,
      by: row.account_id === ctx.actor.id ? "vous" : (row.by ?? "un collègue"),
      mayTakeBack: row.account_id === ctx.actor.id && isLast(lastMove, row),
    })),
  };
}

/** For a doctor who looks at the same screen: nothing but the aid. */
export async function openFaceToFace(ctx: Context, doctorId: string | undefined, text: AskText) {
  const simulated = await simulationOf(ctx, doctorId, text);
  const { reach } = await sendingOf(ctx, simulated.doctor);
  return { ...shownOf(simulated), reach: reach && "to" in reach ? reach : null };
}

async function sendingOf(ctx: Context, doctor: { id: number; gone_on: string | null }) {
  const mayHand = can(ctx.actor, "visit.plan") && doctor.gone_on === null;
  return { mayHand, reach: mayHand ? await reachOf(ctx, doctor.id) : null };
}

/** Left with the doctor: kept as it reads today, and a step of the funnel. Pressed twice, it is handed once. */
export async function handSimulation(ctx: Context, doctorId: string | undefined, text: AskText): Promise<string> {
  const { doctor, shown, today } = await offeredSimulation(ctx, doctorId, text);
  const version = shown.sides[0]!.versionId;
  const id = await insertSimulation(ctx.tx, {
    fundId: doctor.fund_id,
    doctorId: doctor.id,
    accountId: ctx.actor.id,
    choices: writeAsk(shown.ask),
    version,
    plans: keepPlans(shown),
    handedOn: today,
    handedAt: ctx.now,
  });
  if (id === undefined) return "Cette simulation est déjà remise.";
  const [before] = await lastMovesOf(ctx.tx, doctor.id);
  await moveStage(ctx, { id: doctor.id, fundId: doctor.fund_id }, "simulated", "simulation");
  const [after] = await lastMovesOf(ctx.tx, doctor.id);
  if (after && after.id !== before?.id) await tieToMove(ctx.tx, id, after.id);
  await record(ctx, "simulation.handed", { doctorId: doctor.id, version });
  return "Simulation remise.";
}

/** One that may be left with the doctor: whole, open to them, and they still practise here. */
export async function offeredSimulation(ctx: Context, doctorId: string | undefined, text: AskText) {
  const simulated = await simulationOf(ctx, doctorId, text);
  const { doctor, shown, problems } = simulated;
  const wrong = Object.entries(problems).map(([name, problem]): [string, string[]] => [name, [problem]]);
  if (wrong.length > 0) throw invalid(Object.fromEntries(wrong));
  if (doctor.gone_on !== null) throw conflict("Ce médecin a quitté l'annuaire : rien ne lui est remis.");
  if (shown.sides.every(({ opening }) => opening === "no"))
    throw conflict("Cette formule est fermée à ce médecin : choisissez-en une autre.");
  return simulated;
}

/** As if it had not been handed over, while nothing followed; the doctor goes back where the step found them. */
export async function takeBackSimulation(ctx: Context, doctorId: string | undefined, id: string): Promise<string> {
  const number = readDoctorId(doctorId);
  const simulation = number === null ? undefined : await simulationById(ctx.tx, number, id);
  if (!simulation) throw notFound("Simulation");
  if (simulation.taken_back_at !== null) return "Simulation retirée.";
  if (simulation.account_id !== ctx.actor.id) throw conflict("Seule la personne qui a remis la simulation la retire.");
  const [last, before] = await lastMovesOf(ctx.tx, simulation.doctor_id);
  if (!isLast(last, simulation)) throw conflict("Le dossier du médecin a avancé depuis : la simulation reste remise.");
  await markTakenBack(ctx.tx, id, ctx.now);
  const [other] = await simulationsOf(ctx.tx, simulation.doctor_id);
  if (simulation.move_id !== null && last) {
    if (other) await tieToMove(ctx.tx, other.id, simulation.move_id);
    else {
      await removeMove(ctx.tx, last.id);
      await standAgain(ctx.tx, simulation.doctor_id, {
        stage: last.from_stage,
        since: before?.at ?? last.at,
        lost: before?.to_stage === "lost" ? { at: before.at, reason: before.reason } : null,
      });
    }
  }
  await record(ctx, "simulation.taken-back", { doctorId: simulation.doctor_id });
  return "Simulation retirée.";
}

/** No step of the funnel came after it. */
function isLast(lastMove: { at: Date } | undefined, { handed_at }: { handed_at: Date }): boolean {
  return lastMove === undefined || lastMove.at.getTime() <= handed_at.getTime();
}

export async function simulationOf(ctx: Context, doctorId: string | undefined, text: AskText) {
  const id = readDoctorId(doctorId);
  const doctor = id === null ? undefined : await doctorById(ctx.tx, id);
  if (!doctor) throw notFound("Médecin");
  const today = dayOf(ctx.now);
  const known = (await doctorFactsOf(ctx.tx, doctor.id, today))!;
  const subject: AidSubject = { ...factsOf(known), signedOn: known.signed_on };
  // A running contract is read from its own day: its tables and its switch.
  const { ask, problems } = readAsk(text, today, known.signed_on ?? today);
  return { doctor, today, subject, shown: showSimulation(ask, subject), problems };
}

export function shownOf({ doctor, today, subject, shown }: Awaited<ReturnType<typeof simulationOf>>) {
  return {
    doctorId: doctor.id,
    name: politeName({ lastName: doctor.last_name, firstName: doctor.first_name }),
    fund: doctor.fund,
    today,
    signedOn: subject.signedOn,
    shown,
  };
}
