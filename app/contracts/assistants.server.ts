import type { Context } from "~/access/context";
import { conflict, invalid, notFound } from "~/errors";
import { dayMonthYear } from "~/format/dates";
import { moveStage } from "~/funnel/funnel.server";
import { type AssistantRow, assistantsOf, changeAssistant, insertAssistant } from "~db/queries/assistants";
import { membersOf } from "~db/queries/contract-parts";
import type { ContractSheet } from "~db/queries/contracts";
import { SOLUTION_LABELS, trainingFor } from "./assistant";
import type { Ask } from "./contract.form";
import { changeSeen, todayOf } from "./planning.server";
import { refusalOfHire, refusalToReplace } from "./refusals";

type AssistantAsk = Ask<"assistant"> | Ask<"left"> | Ask<"training"> | Ask<"certificate"> | Ask<"secretary">;
type Hired = Pick<Ask<"hire">, "name" | "profile" | "hours" | "hiredOn" | "wasSecretary">;

/** The first hire starts the contract's life; its day is kept beside the signature's, as texts count from either. */
export async function hireFirst(ctx: Context, sheet: ContractSheet, ask: Ask<"hire">): Promise<string> {
  await hire(ctx, sheet, ask, null);
  await changeSeen(ctx, sheet, { state: "running", hired_on: ask.hiredOn });
  await moveDoctors(ctx, sheet, "hired");
  return `L'embauche de ${ask.name} est enregistrée.`;
}

async function hire(ctx: Context, sheet: ContractSheet, ask: Hired, replaces: string | null): Promise<void> {
  const { signed_on: signedOn, ends_on: endsOn } = sheet;
  if (signedOn === null || endsOn === null) throw conflict("Le contrat n'est pas signé : l'embauche vient après.");
  const why = refusalOfHire({ signedOn, endsOn }, ask.hiredOn, todayOf(ctx, sheet));
  if (why) throw invalid({ hiredOn: [why] }, why);
  await insertAssistant(ctx.tx, sheet, {
    name: ask.name,
    profile: ask.profile,
    weeklyMinutes: Math.round(ask.hours * 60),
    hiredOn: ask.hiredOn,
    replaces,
    training: trainingFor(ask.profile),
    wasSecretary: ask.wasSecretary,
  });
}

export async function assistantWork(ctx: Context, sheet: ContractSheet, ask: AssistantAsk): Promise<string> {
  if (sheet.state !== "running" && sheet.state !== "suspended")
    throw conflict("Les assistants se notent sur un contrat en cours, après la première embauche.");
  const all = await assistantsOf(ctx.tx, sheet.id);
  if (ask.intent === "assistant") return another(ctx, sheet, ask, all);
  const assistant = all.find(({ id }) => id === ask.assistant);
  if (!assistant) throw notFound("Assistant");
  if (ask.on < assistant.hired_on || ask.on > todayOf(ctx, sheet))
    throw invalid({
      on: [`Un jour entre l'embauche, le ${dayMonthYear(assistant.hired_on)}, et aujourd'hui.`],
    });
  return note(ctx, sheet, assistant, ask);
}

async function another(
  ctx: Context,
  sheet: ContractSheet,
  ask: Ask<"assistant">,
  all: readonly AssistantRow[],
): Promise<string> {
  const leaver = ask.replaces ? all.find(({ id }) => id === ask.replaces) : undefined;
  if (ask.replaces && !leaver) throw notFound("Assistant");
  const why =
    leaver &&
    refusalToReplace({ name: leaver.name, leftOn: leaver.left_on, replacedBy: leaver.replaced_by }, ask.hiredOn);
  if (why) throw invalid({ replaces: [why] }, why);
  await hire(ctx, sheet, ask, leaver?.id ?? null);
  return leaver ? `${ask.name} remplace ${leaver.name}.` : `${ask.name} rejoint le contrat.`;
}

async function note(
  ctx: Context,
  sheet: ContractSheet,
  { id, name, left_on, was_secretary }: AssistantRow,
  ask: Exclude<AssistantAsk, Ask<"assistant">>,
): Promise<string> {
  const change = (values: Parameters<typeof changeAssistant>[2]) =>
    changeAssistant(ctx.tx, { contractId: sheet.id, id }, values);
  const on = dayMonthYear(ask.on);
  switch (ask.intent) {
    case "left":
      if (left_on !== null) throw conflict(`${name} est déjà parti le ${dayMonthYear(left_on)}.`);
      await change({ left_on: ask.on });
      return `Départ de ${name} noté au ${on}. Absent plus de trois mois sans remplacement, le contrat se suspend.`;
    case "training":
      await change({ training_started_on: ask.on });
      return `${name} est en formation depuis le ${on}.`;
    case "certificate":
      await change({ certified_on: ask.on });
      await moveDoctors(ctx, sheet, "trained");
      return `Attestation de ${name} notée au ${on}.`;
    case "secretary":
      if (!was_secretary) throw conflict(`${name} n'était pas secrétaire du cabinet : rien n'est à remplacer.`);
      await change({ secretary_replaced_on: ask.on, secretary_solution: ask.solution });
      return `Secrétariat réorganisé le ${on} : ${SOLUTION_LABELS[ask.solution]}.`;
  }
}

async function moveDoctors(ctx: Context, sheet: ContractSheet, stage: "hired" | "trained"): Promise<void> {
  const ids =
    sheet.doctor_id === null
      ? (await membersOf(ctx.tx, sheet.id)).filter(({ left_on }) => left_on === null).map((each) => each.doctor_id)
      : [sheet.doctor_id];
  for (const id of ids) await moveStage(ctx, { id, fundId: sheet.fund_id }, stage, "contract");
}
