import { isRefusedForGood } from "~/mail/mailer";
import { eraseSilentCandidates, warnSilentCandidates } from "~/recruiting/care.server";
import {
  doubtRecruitingMail,
  dropRecruitingMail,
  releaseRecruitingMail,
  settleRecruitingMail,
  takeRecruitingMail,
} from "~/recruiting/mails.server";
import { mayHaveLeft } from "~/visits/follow-ups/delivery-doubt";
import type { Handler } from "../handler";

/** At most once: a letter that may have left is never sent again by itself. */
const sendRecruitingMail: Handler<"sendRecruitingMail"> = async ({ mailId }, { step, tools }) => {
  const letter = await step((ctx) => takeRecruitingMail(ctx, mailId, tools.publicUrl()));
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return step((ctx) => dropRecruitingMail(ctx, mailId));
    if (mayHaveLeft(error)) return step((ctx) => doubtRecruitingMail(ctx, mailId));
    await step((ctx) => releaseRecruitingMail(ctx, mailId));
    throw error;
  }
  await step((ctx) => settleRecruitingMail(ctx, mailId));
};

/** Some at a time, each lot committed: killed anywhere, the next night goes on from there. */
const careForCandidates: Handler<"careForCandidates"> = async (_payload, { step, stopping }) => {
  while (!stopping.aborted && (await step(warnSilentCandidates)) > 0);
  while (!stopping.aborted && (await step(eraseSilentCandidates)) > 0);
};

export const recruitingHandlers = { sendRecruitingMail, careForCandidates };
