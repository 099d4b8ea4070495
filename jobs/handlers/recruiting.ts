import { eraseSilentCandidates, warnSilentCandidates } from "~/recruiting/care.server";
import {
  doubtRecruitingMail,
  dropRecruitingMail,
  releaseRecruitingMail,
  settleRecruitingMail,
  takeRecruitingMail,
} from "~/recruiting/mails.server";
import type { Handler } from "../handler";
import { atMostOnce } from "./at-most-once";

const SETTLE = {
  sent: settleRecruitingMail,
  refused: dropRecruitingMail,
  uncertain: doubtRecruitingMail,
  waiting: releaseRecruitingMail,
};

/** At most once: a letter that may have left is never sent again by itself. */
const sendRecruitingMail: Handler<"sendRecruitingMail"> = async ({ mailId }, desk) => {
  const letter = await desk.step((ctx) => takeRecruitingMail(ctx, mailId, desk.tools.publicUrl()));
  await atMostOnce(desk, letter, (fate) => desk.step((ctx) => SETTLE[fate](ctx, mailId)));
};

/** Some at a time, each lot committed: killed anywhere, the next night goes on from there. */
const careForCandidates: Handler<"careForCandidates"> = async (_payload, { step, stopping }) => {
  while (!stopping.aborted && (await step(warnSilentCandidates)) > 0);
  while (!stopping.aborted && (await step(eraseSilentCandidates)) > 0);
};

export const recruitingHandlers = { sendRecruitingMail, careForCandidates };
