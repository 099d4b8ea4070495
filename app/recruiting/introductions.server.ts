import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { readDoctorId } from "~/doctors/doctor.server";
import { writingTo } from "~/doctors/opt-outs.server";
import { conflict, invalid, notFound } from "~/errors";
import { fullName } from "~/format/names";
import { french } from "~/format/typography";
import { candidateById, candidatesOf, markContacted } from "~db/queries/candidates";
import { doctorById } from "~db/queries/doctors";
import { answerIntroduction, type IntroductionRow, introductionById, introductionsOf } from "~db/queries/introductions";
import { recruiterById } from "~db/queries/recruiting";
import { insertMail } from "~db/queries/recruiting-mails";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { MOST_CANDIDATES } from "./audience.server";
import { hasLapsed } from "./candidate";
import type { CandidateAsk } from "./candidate.form";
import { introductionState } from "./introduction";
import { introductionLetters } from "./introduction-letters";
import { matchOf, ranked } from "./match";
import { recruiterOf, seekerOf } from "./seeker";

const SHOWN = 12;

/** The practice's side: who was proposed to this doctor, and who else might suit. */
export async function doctorCandidates(ctx: Context, doctorId: string | undefined) {
  const id = readDoctorId(doctorId);
  const doctor = id === null ? undefined : await doctorById(ctx.tx, id);
  if (!doctor) throw notFound("Médecin");
  const today = dayOf(ctx.now);
  const introductions = await introductionsOf(ctx.tx, { doctorId: doctor.id });
  const proposed = new Set(introductions.map(({ candidate_id }) => candidate_id));
  const recruiter = await recruiterById(ctx.tx, doctor.id);
  const matches = (recruiter ? await candidatesOf(ctx.tx, null, MOST_CANDIDATES) : [])
    .filter((row) => !proposed.has(row.id) && !hasLapsed({ contactedOn: row.contacted_on }, today))
    .map((row) => ({
      id: row.id,
      name: fullName({ lastName: row.last_name, firstName: row.first_name }),
      commune: row.commune,
      match: matchOf(seekerOf(row), recruiterOf(recruiter!), today),
    }));
  return {
    today,
    doctorId: doctor.id,
    isRecruiting: recruiter !== undefined,
    introductions: introductions.map((each) => ({
      ...each,
      other: fullName({ lastName: each.candidate_last_name, firstName: each.candidate_first_name }),
      to: `/candidats/${each.candidate_id}`,
    })),
    candidates: ranked(matches).slice(0, SHOWN),
    candidateCount: matches.length,
  };
}

/** One party's word. The second yes, and only that, has a letter leave to each, once. */
export async function answerIntroductionAs(
  ctx: Context,
  ask: Extract<CandidateAsk, { intent: "answer" }>,
): Promise<string> {
  const { party, answer, on, version } = ask;
  const introduction = await introductionById(ctx.tx, ask.introductionId);
  if (!introduction) throw notFound("Mise en relation");
  if (introduction.state === "introduced") throw conflict("Les deux ont déjà été mis en relation.");
  if (on > dayOf(ctx.now)) throw invalid({ on: ["Ce jour n'est pas encore venu."] });
  const answers = { candidate: introduction.candidate_answer, doctor: introduction.doctor_answer, [party]: answer };
  const state = introductionState(answers);
  const moved = await answerIntroduction(ctx.tx, { id: introduction.id, version }, { party, answer, on, state });
  if (!moved) throw conflict("Cette mise en relation vient de changer ailleurs. Rechargez la page.");
  const facts = { candidateId: introduction.candidate_id, doctorId: introduction.doctor_id };
  await record(ctx, "introduction.answered", { ...facts, party, answer });
  if (party === "candidate") await markContacted(ctx.tx, introduction.candidate_id, on);
  if (state !== "introduced") return state === "refused" ? "La réponse est notée : sans suite." : "L'accord est noté.";
  await introduce(ctx, introduction);
  await record(ctx, "introduction.made", facts);
  return "Les deux sont d'accord : un courriel part à chacun.";
}

async function introduce(ctx: Context, introduction: IntroductionRow): Promise<void> {
  const candidate = await candidateById(ctx.tx, introduction.candidate_id);
  const doctor = await doctorById(ctx.tx, introduction.doctor_id);
  if (!candidate || !doctor) throw notFound("Mise en relation");
  if (candidate.email === null)
    throw conflict("Cette personne n'a pas d'adresse e-mail : complétez sa fiche, puis notez cette réponse.");
  const writing = await writingTo(ctx, doctor.id);
  if (!writing.may) throw conflict(french(`${writing.why} La mise en relation se fait alors de vive voix.`));
  const letters = introductionLetters({ candidate, doctor, doctorEmail: writing.to, by: ctx.actor.name });
  for (const party of ["candidate", "doctor"] as const) {
    const mailId = await insertMail(ctx.tx, {
      fundId: introduction.fund_id,
      candidateId: candidate.id,
      doctorId: doctor.id,
      kind: "introduction",
      occasion: introduction.id,
      party,
      ...letters[party],
      by: ctx.actor.id,
      at: ctx.now,
    });
    if (mailId !== null) await later(ctx, catalog.sendRecruitingMail, { mailId });
  }
}
