import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { conflict, notFound } from "~/errors";
import { fullName, politeName } from "~/format/names";
import { insertIntroduction, introductionsOf } from "~db/queries/introductions";
import { recruiterById, recruitingDoctors } from "~db/queries/recruiting";
import { mailsTo } from "~db/queries/recruiting-mails";
import { erasedOn, hasLapsed, lapsesOn } from "./candidate";
import type { CandidateAsk } from "./candidate.form";
import { candidateSeen, eraseCandidate, noteContact } from "./candidates.server";
import { consentText } from "./consent";
import { answerIntroductionAs } from "./introductions.server";
import { matchOf, ranked } from "./match";
import { recruiterOf, seekerOf } from "./seeker";

/** Practices that recruit in one fund at a time: dozens, seldom hundreds. */
const MOST_RECRUITERS = 500;
const SHOWN = 12;

export async function openCandidate(ctx: Context, candidateId: string | undefined) {
  const row = await candidateSeen(ctx, candidateId);
  const today = dayOf(ctx.now);
  const introductions = await introductionsOf(ctx.tx, { candidateId: row.id });
  const proposed = new Set(introductions.map(({ doctor_id }) => doctor_id));
  const doctors = await recruitingDoctors(ctx.tx, row.fund_id, MOST_RECRUITERS);
  const matches = doctors
    .filter(({ id }) => !proposed.has(id))
    .map((doctor) => ({
      id: doctor.id,
      name: politeName({ lastName: doctor.last_name, firstName: doctor.first_name }),
      town: doctor.town,
      stage: doctor.stage,
      match: matchOf(seekerOf(row), recruiterOf(doctor), today),
    }));
  return {
    today,
    mayManage: can(ctx.actor, "candidate.manage"),
    candidate: {
      ...row,
      name: fullName({ lastName: row.last_name, firstName: row.first_name }),
      consent: consentText(row.consent_text),
      lapsesOn: lapsesOn({ contactedOn: row.contacted_on }),
      erasedOn: row.warned_on === null ? null : erasedOn({ contactedOn: row.contacted_on, warnedOn: row.warned_on }),
    },
    introductions: introductions.map((each) => ({
      ...each,
      other: politeName({ lastName: each.doctor_last_name, firstName: each.doctor_first_name }),
      to: `/medecins/${each.doctor_id}/candidats`,
    })),
    practices: ranked(matches).slice(0, SHOWN),
    practiceCount: matches.length,
    mails: await mailsTo(ctx.tx, row.id),
  };
}

/** What the page's forms ask for; says what was done. */
export async function workOnCandidate(
  ctx: Context,
  candidateId: string | undefined,
  ask: CandidateAsk,
): Promise<string> {
  switch (ask.intent) {
    case "contact":
      await noteContact(ctx, candidateId);
      return "Le contact est noté : la fiche est gardée 24 mois de plus.";
    case "withdraw":
      await eraseCandidate(ctx, await candidateSeen(ctx, candidateId));
      return "La fiche est effacée.";
    case "propose":
      return propose(ctx, candidateId, ask.doctorId);
    case "answer":
      return answerIntroductionAs(ctx, ask);
  }
}

/** Nobody is written to yet: both are asked first. */
export async function propose(ctx: Context, candidateId: string | undefined, doctorId: number): Promise<string> {
  const candidate = await candidateSeen(ctx, candidateId);
  const doctor = await recruiterById(ctx.tx, doctorId);
  if (!doctor) throw notFound("Cabinet qui recrute");
  if (hasLapsed({ contactedOn: candidate.contacted_on }, dayOf(ctx.now)))
    throw conflict("L'accord de cette personne a expiré : rappelez-la d'abord et notez le contact.");
  const introduction = { fundId: candidate.fund_id, candidateId: candidate.id, doctorId, by: ctx.actor.id };
  if (!(await insertIntroduction(ctx.tx, introduction)))
    throw conflict("Cette mise en relation est déjà proposée : notez-y les réponses.");
  await record(ctx, "introduction.proposed", { candidateId: candidate.id, doctorId });
  return "La proposition est notée. Recueillez l'accord des deux : rien n'est envoyé avant.";
}
