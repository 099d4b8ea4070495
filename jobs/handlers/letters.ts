import { isRefusedForGood } from "~/mail/mailer";
import { mayHaveLeft } from "~/visits/follow-ups/delivery-doubt";
import { doubtLetter, refuseLetter, releaseLetter, settleLetter, takeLetter } from "~/visits/follow-ups/sending.server";
import type { Handler } from "../handler";

/** At most once: a letter that may have left waits for a person, who asks before writing again. */
const sendFollowUpLetter: Handler<"sendFollowUpLetter"> = async ({ letterId }, { step, tools }) => {
  const letter = await step((ctx) => takeLetter(ctx, letterId));
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return step((ctx) => refuseLetter(ctx, letterId));
    if (mayHaveLeft(error)) return step((ctx) => doubtLetter(ctx, letterId));
    await step((ctx) => releaseLetter(ctx, letterId));
    throw error;
  }
  await step((ctx) => settleLetter(ctx, letterId));
};

export const letterHandlers = { sendFollowUpLetter };
