import { releaseTrial, settleTrial, takeTrial } from "~/campaigns/letters/trials.server";
import { isRefusedForGood } from "~/mail/mailer";
import { mayHaveLeft } from "~/visits/follow-ups/delivery-doubt";
import type { Handler } from "../handler";

/** At most once a click: a trial that may have left is not sent again, whoever wrote it may ask for another. */
const sendTrialLetter: Handler<"sendTrialLetter"> = async ({ trialId }, { step, tools }) => {
  const letter = await step((ctx) => takeTrial(ctx, trialId));
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return step((ctx) => settleTrial(ctx, trialId, "refused"));
    if (mayHaveLeft(error)) return step((ctx) => settleTrial(ctx, trialId, "uncertain"));
    await step((ctx) => releaseTrial(ctx, trialId));
    throw error;
  }
  await step((ctx) => settleTrial(ctx, trialId, "sent"));
};

export const trialLetterHandlers = { sendTrialLetter };
