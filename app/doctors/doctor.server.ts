import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { dayOf } from "~/calendar/day";
import { assess } from "~/eligibility/assess";
import { codesIn, masksOf } from "~/eligibility/criterion-bits";
import { explainVerdict } from "~/eligibility/explain";
import { priorityOf } from "~/eligibility/priority";
import { smallestChange } from "~/eligibility/smallest-change";
import { versionOn } from "~/eligibility/versions";
import { DEFAULT_WEIGHTS } from "~/eligibility/weights";
import { notFound } from "~/errors";
import { listName } from "~/format/names";
import { openQuestionOf } from "~db/queries/address-questions";
import { doctorFactsOf, type FactsInForce, factHistory } from "~db/queries/doctor-facts";
import { colleaguesOf, type DoctorSheet, doctorById, emailsOf, placesOf, recordOpening } from "~db/queries/doctors";
import { askedFact } from "./asked-fact";
import { neighboursOf } from "./browse.server";
import { evidenceOf, seenAs, sourceOf } from "./evidence";
import { FACTS } from "./fact-catalog";
import { factsOf, priorityFactsOf } from "./facts-of";
import { listAskIn } from "./list.form";
import { nextStep } from "./next-step";
import { specialtyName } from "./specialty-name";

/** The frame of a doctor's page: who and where, the verdict, what to do next, the neighbours in the list. */
export async function openDoctor(ctx: Context, doctorId: string | undefined, list: string) {
  const doctor = await sheetOf(ctx, doctorId);
  const today = dayOf(ctx.now);
  const known = (await doctorFactsOf(ctx.tx, doctor.id, today))!;
  await recordOpening(ctx.tx, { fundId: doctor.fund_id, accountId: ctx.actor.id, doctorId: doctor.id, at: ctx.now });

  const version = versionOn(today, "INDIVIDUAL")!;
  const facts = factsOf(known);
  const assessment = assess(facts, version, today);
  const asked = askedFact(assessment, known);
  const file = fileOf(doctor, known, codesIn(masksOf(assessment).unresolved).length, today);
  const step = nextStep({
    verdict: assessment.verdict,
    question: asked && { ...asked, isFact: asked.fact !== null },
    change: smallestChange(facts, version, today),
    zone: facts.zone,
    hasPhone: doctor.phone !== null,
    signedOn: known.signed_on,
    goneOn: doctor.gone_on,
  });
  return {
    doctor: header(doctor),
    verdict: assessment.verdict,
    sentence: explainVerdict(assessment),
    step,
    question: asked && (await questionOf(ctx, asked, known)),
    file,
    points: doctor.gone_on === null ? priorityOf(file.priority, assessment.verdict, file.weights, today).total : null,
    neighbours: await neighboursOf(ctx, doctor.id, listAskIn(list)),
    list,
    mayComplete: can(ctx.actor, "doctor.complete"),
  };
}

export type OpenedDoctor = Awaited<ReturnType<typeof openDoctor>>;

/** Where the doctor practises, and with whom. */
export async function cabinetOf(ctx: Context, doctorId: string | undefined) {
  const doctor = await sheetOf(ctx, doctorId);
  const colleagues = doctor.practice_key === null ? [] : await colleaguesOf(ctx.tx, doctor);
  return {
    practiceKey: doctor.practice_key,
    places: await placesOf(ctx.tx, doctor.id),
    colleagues: colleagues.map((row) => ({
      id: row.id,
      name: listName({ lastName: row.last_name, firstName: row.first_name }),
      specialty: specialtyName(row),
      verdict: row.verdict,
      zone: row.zone,
      signedOn: row.signed_on,
    })),
  };
}

/** Every fact with its source and date, what was said before, and the addresses. */
export async function recordsOf(ctx: Context, doctorId: string | undefined) {
  const doctor = await sheetOf(ctx, doctorId);
  const today = dayOf(ctx.now);
  const known = (await doctorFactsOf(ctx.tx, doctor.id, today))!;
  const assessment = assess(factsOf(known), versionOn(today, "INDIVIDUAL")!, today);
  return {
    doctor: {
      source: doctor.source,
      sourceOn: doctor.source_on,
      firstSeenOn: doctor.first_seen_on,
      goneOn: doctor.gone_on,
    },
    known,
    asked: askedFact(assessment, known)?.fact ?? null,
    history: await factHistory(ctx.tx, doctor.id),
    emails: await emailsOf(ctx.tx, doctor.id),
    isAddressAsked: (await openQuestionOf(ctx.tx, doctor.id)) !== undefined,
    today,
    mayComplete: can(ctx.actor, "doctor.complete"),
  };
}

/** A number that is not one, a doctor of another sector or fund: the answer is the same. */
async function sheetOf(ctx: Context, doctorId: string | undefined): Promise<DoctorSheet> {
  const id = readDoctorId(doctorId);
  const doctor = id === null ? undefined : await doctorById(ctx.tx, id);
  if (!doctor) throw notFound("Médecin");
  return doctor;
}

export function readDoctorId(text: string | undefined): number | null {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function header(doctor: DoctorSheet) {
  const { id, rpps, town, postcode, phone, fund, sector, address } = doctor;
  return {
    id,
    rpps,
    town,
    postcode,
    phone,
    fund,
    sector,
    address,
    lastName: doctor.last_name,
    firstName: doctor.first_name,
    specialty: specialtyName(doctor),
    structure: doctor.structure_name,
    goneOn: doctor.gone_on,
  };
}

function fileOf(doctor: DoctorSheet, known: FactsInForce, openCriteria: number, today: string) {
  const { priority, version, computed_at } = doctor;
  const rules = versionOn(today, "INDIVIDUAL")!;
  return {
    facts: factsOf(known),
    evidence: evidenceOf(known),
    priority: priorityFactsOf(known, rules, openCriteria),
    weights: { ...DEFAULT_WEIGHTS, ...(doctor.points as object | null) },
    stored:
      priority === null || version === null || computed_at === null
        ? null
        : { priority, version, computedAt: computed_at.toISOString() },
    today,
  };
}

/** The open question, ready to be answered on the page when a fact answers it. */
async function questionOf(ctx: Context, asked: NonNullable<ReturnType<typeof askedFact>>, known: FactsInForce) {
  const { fact } = asked;
  if (fact === null) return { ...asked, fact, seen: "", askedOn: null };
  const history = await factHistory(ctx.tx, known.doctor_id);
  const inVain = history.find(({ name }) => name === `asked.${FACTS[fact].name}`);
  return {
    ...asked,
    fact,
    seen: seenAs(known[fact], sourceOf(known.sources, fact)),
    askedOn: inVain?.measured_on ?? null,
  };
}
