import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { french } from "~/format/typography";
import { moveStage } from "~/funnel/funnel.server";
import type { Letter } from "~/mail/mailer";
import { readInstallation } from "~db/queries/arming";
import { doctorById } from "~db/queries/doctors";
import { insertSimulationLetter, moveSimulationLetter, simulationLetterById } from "~db/queries/simulation-letters";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { type AskText, writeAsk } from "./ask";
import { letterToken, readLetterToken } from "./letter-link";
import { LETTER_SUBJECT, letterBody, simulationMessage } from "./letter-message";
import { reachOf } from "./letter-reach.server";
import { offeredSimulation, shownOf, simulationOf } from "./simulation.server";

/** Asked with the doctor's word; the same choices asked for twice that day are one letter. */
export async function sendSimulation(ctx: Context, doctorId: string | undefined, text: AskText): Promise<string> {
  const simulated = await offeredSimulation(ctx, doctorId, text);
  const { doctor, shown, today } = simulated;
  const reach = await reachOf(ctx, doctor.id);
  if ("why" in reach) throw conflict(reach.why);
  const id = await insertSimulationLetter(ctx.tx, {
    fundId: doctor.fund_id,
    doctorId: doctor.id,
    accountId: ctx.actor.id,
    choices: writeAsk(shown.ask),
    subject: LETTER_SUBJECT,
    body: letterBody(shown, shownOf(simulated).name),
    recipient: reach.to,
    askedOn: today,
    askedAt: ctx.now,
  });
  if (id === undefined) return "Cette simulation est déjà partie aujourd'hui.";
  await later(ctx, catalog.sendSimulationLetter, { letterId: id });
  await record(ctx, "simulation.sent", { doctorId: doctor.id });
  return `La simulation part à ${reach.to}.`;
}

/**
 * The letter to hand over now, after a last look at the doctor's wishes. Found in hand already, somebody died between
 * the relay and the telling: it may have left, so it is never sent again by itself.
 */
export async function takeSimulationLetter(ctx: Context, letterId: string, publicUrl: string): Promise<Letter | null> {
  const letter = await simulationLetterById(ctx.tx, letterId);
  if (!letter) return null;
  const move = (from: "waiting" | "sending", state: "sending" | "uncertain" | "dropped", failure?: string) =>
    moveSimulationLetter(
      ctx.tx,
      { id: letterId, states: [from] },
      { state, ...(failure === undefined ? {} : { failure }) },
    );
  if (letter.state === "sending") await move("sending", "uncertain");
  if (letter.state !== "waiting") return null;
  const reach = await reachOf(ctx, letter.doctor_id);
  if ("why" in reach || reach.to !== letter.recipient) {
    await move("waiting", "dropped", french("why" in reach ? reach.why : "L'adresse de ce médecin a changé."));
    return null;
  }
  if (!(await move("waiting", "sending"))) return null;
  const token = letterToken(letter.id, (await readInstallation(ctx.tx)).link_secret);
  return simulationMessage({
    ...letter,
    to: letter.recipient,
    sender: { name: letter.sender, email: letter.sender_email },
    page: `${publicUrl}/simulation/${token}?${letter.choices}`,
  });
}

/** The relay has it. Said even after a doubt: it is then known. */
export async function settleSimulationLetter(ctx: Context, letterId: string): Promise<void> {
  const letter = await simulationLetterById(ctx.tx, letterId);
  const from = { id: letterId, states: ["sending", "uncertain"] as const };
  if (!letter || !(await moveSimulationLetter(ctx.tx, from, { state: "sent", sentAt: ctx.now }))) return;
  const doctor = await doctorById(ctx.tx, letter.doctor_id);
  if (doctor) await moveStage(ctx, { id: doctor.id, fundId: doctor.fund_id }, "contacted", "letter");
}

/** Not taken, and not for good: it will be handed over again. */
export async function releaseSimulationLetter(ctx: Context, letterId: string): Promise<void> {
  await moveSimulationLetter(ctx.tx, { id: letterId, states: ["sending"] }, { state: "waiting" });
}

export async function doubtSimulationLetter(ctx: Context, letterId: string): Promise<void> {
  await moveSimulationLetter(ctx.tx, { id: letterId, states: ["sending"] }, { state: "uncertain" });
}

export async function dropSimulationLetter(ctx: Context, letterId: string): Promise<void> {
  const failure = "Le serveur d'envoi a refusé ce courriel : vérifiez l'adresse du médecin.";
  await moveSimulationLetter(
    ctx.tx,
    { id: letterId, states: ["sending"] },
    { state: "dropped", failure: french(failure) },
  );
}

/** The doctor's own page, by the link of the letter; the signature is read before anything else. */
export async function openSentSimulation(ctx: Context, token: string | undefined, text: AskText) {
  const letterId = readLetterToken(token ?? "", (await readInstallation(ctx.tx)).link_secret);
  const letter = letterId === null ? undefined : await simulationLetterById(ctx.tx, letterId);
  if (!letter) throw notFound("Simulation");
  const simulated = await simulationOf(ctx, String(letter.doctor_id), text);
  return { name: shownOf(simulated).name, shown: simulated.shown, problems: simulated.problems };
}
