import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { readDoctorId } from "~/doctors/doctor.server";
import { conflict, invalid, notFound } from "~/errors";
import { politeName } from "~/format/names";
import { french } from "~/format/typography";
import { readMailbox } from "~/imports/mailboxes";
import {
  answerQuestion as closeQuestion,
  isSuppressed,
  keepGivenAddress,
  openQuestionOf,
} from "~db/queries/address-questions";
import { doctorById } from "~db/queries/doctors";
import { settleFollowUps } from "~db/queries/follow-ups";
import type { AnswerAsk } from "./deliverability.form";

/** The question put to a delegate about one doctor's address; null once it is answered. */
export async function openQuestion(ctx: Context, doctorId: string | undefined) {
  const doctor = await doctorSeen(ctx, doctorId);
  const question = await openQuestionOf(ctx.tx, doctor.id);
  return {
    doctor: {
      id: doctor.id,
      name: politeName({ lastName: doctor.last_name, firstName: doctor.first_name }),
      phone: doctor.phone,
    },
    question: question ? { ...question, asked_at: question.asked_at.toISOString() } : null,
  };
}

/** What the doctor said when asked in person. Only an address given by the doctor opens the way to writing again. */
export async function answerAboutAddress(ctx: Context, doctorId: string | undefined, ask: AnswerAsk): Promise<void> {
  const doctor = await doctorSeen(ctx, doctorId);
  const question = await openQuestionOf(ctx.tx, doctor.id);
  if (question?.id !== ask.questionId) throw conflict("Cette question a déjà reçu sa réponse.");
  if (ask.answer === "given") await keepAddress(ctx, { id: doctor.id, fundId: doctor.fund_id }, ask.address);
  const answer = { answer: ask.answer, by: ctx.actor.id, at: ctx.now };
  if (!(await closeQuestion(ctx.tx, question.id, answer))) throw conflict("Cette question a déjà reçu sa réponse.");
  await settleFollowUps(ctx.tx, doctor.id, { outcome: "done", by: ctx.actor.id, at: ctx.now, kinds: ["address"] });
  await record(ctx, "address.answered", { doctorId: doctor.id, answer: ask.answer });
}

async function keepAddress(ctx: Context, doctor: { id: number; fundId: number }, written: string): Promise<void> {
  const refuse = (why: string) => invalid({ address: [french(why)] });
  const mailbox = readMailbox(written);
  if (!mailbox) throw refuse("Cette adresse n'est pas complète : nom@domaine.fr.");
  if (mailbox.kind !== "plain")
    throw refuse("Cette messagerie est réservée à un autre usage : demandez une adresse ordinaire.");
  if (await isSuppressed(ctx.tx, mailbox.address))
    throw refuse("Un courriel est déjà revenu de cette adresse : vérifiez-la avec le médecin, lettre par lettre.");
  await keepGivenAddress(ctx.tx, {
    fundId: doctor.fundId,
    doctorId: doctor.id,
    address: mailbox.address,
    display: mailbox.displayAddress,
    source: `donnée par le médecin à ${ctx.actor.name}`,
    on: dayOf(ctx.now),
  });
}

async function doctorSeen(ctx: Context, doctorId: string | undefined) {
  const id = readDoctorId(doctorId);
  const doctor = id === null ? undefined : await doctorById(ctx.tx, id);
  if (!doctor) throw notFound("Médecin");
  return doctor;
}
