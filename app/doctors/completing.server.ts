import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { type Day, dayOf, parseDay } from "~/calendar/day";
import { conflict, invalid, notFound } from "~/errors";
import { dayMonthYear, numericDay } from "~/format/dates";
import { french } from "~/format/typography";
import {
  doctorFactsOf,
  type FactsInForce,
  type InForce,
  insertFact,
  newestFact,
  putInForce,
  rememberFact,
  removeFact,
} from "~db/queries/doctor-facts";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { CompleteAsk, UndoAsk } from "./complete.form";
import { seenAs, sourceOf } from "./evidence";
import {
  dayProblem,
  FACTS,
  type FactColumn,
  type FactValue,
  factText,
  NOT_KNOWN,
  readFact,
  typedFact,
} from "./fact-catalog";

/** What happened, and what the « Annuler » of the message must send back. */
export interface Completed {
  readonly done: string;
  readonly undo: Omit<UndoAsk, "intent"> | null;
}

/** What the form of a doctor's page asks: an answer, or taking one back. */
export function answerAbout(ctx: Context, doctorId: number | null, ask: CompleteAsk | UndoAsk): Promise<Completed> {
  if (doctorId === null) throw notFound("Médecin");
  return ask.intent === "undo" ? undoFact(ctx, doctorId, ask) : completeFact(ctx, doctorId, ask);
}

/** Records what a person learned; it comes into force unless something more recent is known. */
export async function completeFact(ctx: Context, doctorId: number, ask: CompleteAsk): Promise<Completed> {
  const doctor = await factsToday(ctx, doctorId);
  const { fact: column } = ask;
  const measuredOn = parseDay(ask.measuredOn) ?? (ask.measuredOn === "" ? dayOf(ctx.now) : ask.measuredOn);
  if (ask.unknown) return noteAsked(ctx, doctor, column, measuredOn);
  const value = valid(ctx, column, ask.answer, measuredOn);
  const current = inForce(doctor, column);
  if (ask.seen !== seenAs(current.value, current.evidence)) throw conflict(changedMeanwhile(column, current));

  await rememberInForce(ctx, doctor, column, current);
  const before = await insertFact(ctx.tx, newFact(ctx, doctor, FACTS[column].name, value, measuredOn));
  const told = { value, evidence: { source: sourceNamed(ctx), on: measuredOn } };
  const isNewest = current.value === null || current.evidence === null || measuredOn >= current.evidence.on;
  if (isNewest) await change(ctx, doctor, column, told, current);
  await record(ctx, "doctor.completed", { doctorId, fact: FACTS[column].name });

  const now = isNewest ? told : current;
  const undo = { fact: column, measuredOn, seen: seenAs(now.value, now.evidence) };
  return {
    done: isNewest ? `${FACTS[column].label} : ${answered(column, value)}.` : olderThan(current),
    undo: before === undefined ? undo : { ...undo, before: typedFact(column, before) },
  };
}

/** Takes back what one recorded oneself: what was known before is in force again. */
export async function undoFact(ctx: Context, doctorId: number, ask: UndoAsk): Promise<Completed> {
  const { fact: column, measuredOn, seen, before } = ask;
  const restored = { done: "La réponse précédente est rétablie.", undo: null };
  if (before !== undefined) {
    await completeFact(ctx, doctorId, { intent: "complete", fact: column, measuredOn, seen, answer: before });
    return restored;
  }
  const doctor = await factsToday(ctx, doctorId);
  const current = inForce(doctor, column);
  const name = ask.asked ? askedName(column) : FACTS[column].name;
  const key = { doctorId, name, measuredOn, source: sourceNamed(ctx) };
  if (!ask.asked && seen !== seenAs(current.value, current.evidence)) throw conflict(changedMeanwhile(column, current));
  if (!(await removeFact(ctx.tx, key, ctx.actor.id))) throw conflict("Cette réponse a déjà été retirée.");
  const wasInForce = current.evidence?.source === key.source && current.evidence.on === measuredOn;
  if (!ask.asked && wasInForce) {
    const newest = await newestFact(ctx.tx, doctorId, name);
    const evidence = newest ? { source: newest.source, on: newest.measured_on } : null;
    await change(ctx, doctor, column, { value: newest?.value ?? null, evidence }, current);
  }
  await record(ctx, "doctor.completed", { doctorId, fact: `undo.${name}` });
  return restored;
}

async function factsToday(ctx: Context, doctorId: number): Promise<FactsInForce> {
  const doctor = await doctorFactsOf(ctx.tx, doctorId, dayOf(ctx.now));
  if (!doctor) throw notFound("Médecin");
  return doctor;
}

function valid(ctx: Context, column: FactColumn, answer: string, measuredOn: Day): FactValue {
  const today = dayOf(ctx.now);
  const reading = readFact(column, answer, today);
  const why = dayProblem(measuredOn, today);
  if (reading.ok && why === null) return reading.value;
  throw invalid({ ...(reading.ok ? {} : { answer: [reading.why] }), ...(why === null ? {} : { measuredOn: [why] }) });
}

/** « Ne sait pas » keeps the day the question was asked, and leaves what is known alone. */
async function noteAsked(ctx: Context, doctor: FactsInForce, column: FactColumn, measuredOn: Day): Promise<Completed> {
  const why = dayProblem(measuredOn, dayOf(ctx.now));
  if (why !== null) throw invalid({ measuredOn: [why] });
  await insertFact(ctx.tx, newFact(ctx, doctor, askedName(column), NOT_KNOWN, measuredOn));
  await record(ctx, "doctor.completed", { doctorId: doctor.doctor_id, fact: askedName(column) });
  return {
    done: french(`Noté : question posée le ${dayMonthYear(measuredOn)}, sans réponse.`),
    undo: { fact: column, measuredOn, seen: "", asked: "1" },
  };
}

/** Some imports write a fact without its line of history: it must outlive being replaced. */
async function rememberInForce(
  ctx: Context,
  doctor: FactsInForce,
  column: FactColumn,
  current: InForce,
): Promise<void> {
  if (current.value === null) return;
  const { source, on } = current.evidence ?? { source: "Source non précisée", on: doctor.directory_on };
  await rememberFact(ctx.tx, {
    fundId: doctor.fund_id,
    doctorId: doctor.doctor_id,
    name: FACTS[column].name,
    value: current.value,
    measuredOn: on,
    source,
    accountId: null,
  });
}

async function change(
  ctx: Context,
  doctor: FactsInForce,
  column: FactColumn,
  fact: InForce,
  expected: InForce,
): Promise<void> {
  const moved = await putInForce(ctx.tx, { id: doctor.doctor_id, fundId: doctor.fund_id }, column, fact, expected);
  if (!moved)
    throw conflict(
      french("Quelqu'un vient de changer cette information : rouvrez la page pour voir ce qui a été noté."),
    );
  await later(ctx, catalog.scoreDoctors, { doctorIds: [doctor.doctor_id] });
}

function inForce(doctor: FactsInForce, column: FactColumn): InForce {
  return { value: doctor[column], evidence: sourceOf(doctor.sources, column) };
}

function newFact(ctx: Context, doctor: FactsInForce, name: string, value: FactValue, measuredOn: Day) {
  const { fund_id: fundId, doctor_id: doctorId } = doctor;
  return { fundId, doctorId, name, value, measuredOn, source: sourceNamed(ctx), accountId: ctx.actor.id };
}

function sourceNamed({ actor }: Context): string {
  return `saisi par ${actor.name}`;
}

/** Not a fact of the doctor: the rules never look for it. */
export function askedName(column: FactColumn): string {
  return `asked.${FACTS[column].name}`;
}

function answered(column: FactColumn, value: FactValue): string {
  return (factText(column, value) ?? "").toLocaleLowerCase("fr");
}

function olderThan({ evidence }: InForce): string {
  return french(`Noté dans l'historique. La réponse du ${dayMonthYear(evidence!.on)}, plus récente, reste en vigueur.`);
}

function changedMeanwhile(column: FactColumn, { value, evidence }: InForce): string {
  const now = factText(column, value) ?? "non connu";
  const who = evidence ? ` (${evidence.source}, le ${numericDay(evidence.on)})` : "";
  return french(
    `Cette information a changé pendant que vous répondiez : « ${now} »${who}. Votre réponse n'a pas été enregistrée.`,
  );
}
