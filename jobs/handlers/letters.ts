import { doubtLetter, refuseLetter, releaseLetter, settleLetter, takeLetter } from "~/visits/follow-ups/sending.server";
import type { Handler } from "../handler";
import { atMostOnce } from "./at-most-once";

const SETTLE = { sent: settleLetter, refused: refuseLetter, uncertain: doubtLetter, waiting: releaseLetter };

/** At most once: a letter that may have left waits for a person, who asks before writing again. */
const sendFollowUpLetter: Handler<"sendFollowUpLetter"> = async ({ letterId }, desk) => {
  const letter = await desk.step((ctx) => takeLetter(ctx, letterId));
  await atMostOnce(desk, letter, (fate) => desk.step((ctx) => SETTLE[fate](ctx, letterId)));
};

export const letterHandlers = { sendFollowUpLetter };
