import type { Context } from "~/access/context";
import { can, type Permission } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import type { Day } from "~/calendar/day";
import { conflict, invalid } from "~/errors";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { endMembers } from "~db/queries/contract-parts";
import { type ContractSheet, insertContractEvent } from "~db/queries/contracts";
import { assistantWork, hireFirst } from "./assistants.server";
import type { ContractState } from "./contract";
import type { Ask, ContractAsk } from "./contract.form";
import { noteDocumentOf } from "./documents.server";
import { assistantLeave, earliestEndOn, relocation, specialtyChange } from "./events";
import { refusalOf, STEP_RULES, type Step } from "./lifecycle";
import { quitContract } from "./members.server";
import { joinFile, openRenewal } from "./opening.server";
import { changeSeen, contractSeen, replan, todayOf } from "./planning.server";
import { refusalOfDay } from "./refusals";
import { signContract } from "./signing.server";
import { switchText } from "./switching.server";

/** What a step did: the sentence to say, where it ends, what the journal of the contract keeps. */
export interface StepTaken {
  readonly said: string;
  readonly to?: ContractState;
  readonly onDay?: Day;
  readonly payload?: object;
  /** Another page to show. */
  readonly goTo?: string;
}

type StepAsk = Extract<ContractAsk, { revision: number } | { intent: "renewal" }>;

/** Does what one of the page's forms asks. */
export async function takeStep(ctx: Context, contractId: string | undefined, ask: ContractAsk): Promise<StepTaken> {
  const sheet = await contractSeen(ctx, contractId);
  const done = await workOn(ctx, sheet, ask);
  await replan(ctx, sheet.id);
  return { ...done, said: french(done.said) };
}

async function workOn(ctx: Context, sheet: ContractSheet, ask: ContractAsk): Promise<StepTaken> {
  switch (ask.intent) {
    case "document":
      return { said: await noteDocumentOf(ctx, sheet, ask) };
    case "assistant":
    case "left":
    case "training":
    case "certificate":
    case "secretary":
      return { said: await assistantWork(ctx, sheet, ask) };
    case "join":
      return { said: await joinFile(ctx, sheet.id, ask.rpps) };
    case "quit":
      return { said: await quitContract(ctx, sheet, ask) };
    default:
      return step(ctx, sheet, ask);
  }
}

async function step(ctx: Context, sheet: ContractSheet, ask: StepAsk): Promise<StepTaken> {
  const why = refusalOf(ask.intent, sheet.state, (permission: Permission) => can(ctx.actor, permission));
  if (why) throw conflict(why);
  if (ask.revision !== sheet.revision)
    throw conflict("Ce contrat vient de changer ailleurs. Rechargez la page : rien n'a été modifié.");
  const taken = await act(ctx, sheet, ask);
  const to = taken.to ?? STEP_RULES[ask.intent].to ?? sheet.state;
  await told(ctx, sheet, ask.intent, { ...taken, to });
  return taken;
}

async function told(ctx: Context, sheet: ContractSheet, name: Step, taken: StepTaken & { to: ContractState }) {
  await insertContractEvent(ctx.tx, {
    fundId: sheet.fund_id,
    contractId: sheet.id,
    step: name,
    from: sheet.state,
    to: taken.to,
    onDay: taken.onDay ?? todayOf(ctx, sheet),
    payload: taken.payload ?? {},
    by: ctx.actor.id,
    at: ctx.now,
  });
  await record(ctx, "contract.stepped", { contractId: sheet.id, step: name });
}

async function act(ctx: Context, sheet: ContractSheet, ask: StepAsk): Promise<StepTaken> {
  switch (ask.intent) {
    case "sign":
      return {
        said: await signContract(ctx, sheet, ask),
        onDay: ask.signedOn,
        payload: { reason: ask.reason || null },
      };
    case "hire":
      return { said: await hireFirst(ctx, sheet, ask), onDay: ask.hiredOn };
    case "absence":
      return absence(sheet, ask, todayOf(ctx, sheet));
    case "suspend":
    case "resume":
      return pause(ctx, sheet, ask);
    case "notice":
      return notice(ctx, sheet, ask);
    case "relocation":
      return move(ctx, sheet, ask);
    case "specialty":
      return leaveBy(ctx, sheet, ask.on, specialtyChange().contractStatus === "TERMINATED_BY_CPAM");
    case "switch":
      dayWithin(sheet, "La demande", ask.on, todayOf(ctx, sheet), "on");
      return { said: await switchText(ctx, sheet, ask.on), onDay: ask.on };
    case "renewal":
      return { said: "Le dossier de renouvellement est ouvert.", goTo: await openRenewal(ctx, sheet.id) };
    case "abandon":
      await changeSeen(ctx, sheet, { state: "abandoned" });
      await endMembers(ctx.tx, sheet.id, todayOf(ctx, sheet));
      return { said: "Le dossier est classé sans suite.", payload: { reason: ask.reason } };
    case "reopen":
      if (sheet.kind === "collective") throw conflict("Les médecins ont quitté ce dossier : ouvrez-en un nouveau.");
      await changeSeen(ctx, sheet, { state: "opened" });
      return { said: "Le dossier est rouvert." };
  }
}

function absence(sheet: ContractSheet, ask: Ask<"absence">, today: Day): StepTaken {
  dayWithin(sheet, "L'absence", ask.from, today, "from");
  const replaced = ask.replaced === "unknown" ? null : ask.replaced === "yes";
  const effect = assistantLeave({ months: ask.months, replaced, agreementRefused: false });
  const said = effect.askFund
    ? "Absence notée. Aucun texte ne dit ce qu'elle change : prévenez la caisse."
    : effect.contractStatus === "SUSPENDED"
      ? "Absence notée. Au-delà de trois mois sans remplacement, le contrat se suspend après accord écrit : enregistrez la suspension et son avenant."
      : "Absence notée. Le contrat continue, sans rien à faire.";
  return { said, onDay: ask.from, payload: { months: ask.months, replaced: ask.replaced } };
}

async function pause(ctx: Context, sheet: ContractSheet, ask: Ask<"suspend"> | Ask<"resume">): Promise<StepTaken> {
  const isPause = ask.intent === "suspend";
  dayWithin(sheet, isPause ? "La suspension" : "La reprise", ask.on, todayOf(ctx, sheet), "on");
  await changeSeen(ctx, sheet, { state: isPause ? "suspended" : "running" });
  return {
    said: isPause
      ? "Le contrat est suspendu ; un avenant est à signer. L'effet sur les dates suivantes est à vérifier auprès de la caisse."
      : "La reprise est enregistrée ; un avenant est à signer.",
    onDay: ask.on,
  };
}

/** A registered letter, then two months: the contract ends by itself on that day. */
async function notice(ctx: Context, sheet: ContractSheet, ask: Ask<"notice">): Promise<StepTaken> {
  dayWithin(sheet, "La réception de la lettre", ask.receivedOn, todayOf(ctx, sheet), "receivedOn");
  const endsOn = earliestEndOn(ask.receivedOn);
  if (sheet.ends_on !== null && endsOn >= sheet.ends_on)
    throw conflict(`Le contrat finit déjà le ${dayMonthYear(sheet.ends_on)}, avant les deux mois de préavis.`);
  await changeSeen(ctx, sheet, { ends_on: endsOn });
  return {
    said: `Résiliation enregistrée : deux mois de préavis, le contrat prend fin le ${dayMonthYear(endsOn)}.`,
    onDay: ask.receivedOn,
    payload: { endsOn },
  };
}

async function move(ctx: Context, sheet: ContractSheet, ask: Ask<"relocation">): Promise<StepTaken> {
  const known = (answer: "yes" | "no" | "unknown") => (answer === "unknown" ? null : answer === "yes");
  const effect = relocation({
    sameDepartement: known(ask.sameDepartment),
    continuityPossible: known(ask.keepsPatients),
  });
  if (effect.contractStatus === "TERMINATED_BY_CPAM") return leaveBy(ctx, sheet, ask.on, true);
  dayWithin(sheet, "Le déménagement", ask.on, todayOf(ctx, sheet), "on");
  return {
    said: effect.askFund
      ? "Déménagement noté. Aucun texte ne couvre ce cas : la caisse décide."
      : "Déménagement noté. La patientèle suit, le contrat continue.",
    onDay: ask.on,
    payload: { sameDepartment: ask.sameDepartment, keepsPatients: ask.keepsPatients },
  };
}

/** The caisse ends the contract; the doctor is treated as newly installed and may sign another. */
async function leaveBy(ctx: Context, sheet: ContractSheet, on: Day, isEnded: boolean): Promise<StepTaken> {
  dayWithin(sheet, "Le changement", on, todayOf(ctx, sheet), "on");
  if (!isEnded) return { said: "Changement noté.", onDay: on };
  await changeSeen(ctx, sheet, { state: "terminated", ends_on: on });
  await endMembers(ctx.tx, sheet.id, on);
  return {
    said: "Le contrat est clos par la caisse ; le médecin est traité comme nouvellement installé et peut en signer un autre.",
    to: "terminated",
    onDay: on,
  };
}

function dayWithin(sheet: ContractSheet, what: string, on: Day, today: Day, field: string): void {
  const why = refusalOfDay(what, { from: sheet.starts_on ?? sheet.opened_on, until: today }, on);
  if (why) throw invalid({ [field]: [why] }, why);
}
