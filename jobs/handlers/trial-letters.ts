import { releaseTrial, settleTrial, takeTrial } from "~/campaigns/letters/trials.server";
import type { Handler } from "../handler";
import { atMostOnce } from "./at-most-once";

/** At most once a click: a trial that may have left is not sent again, whoever wrote it may ask for another. */
const sendTrialLetter: Handler<"sendTrialLetter"> = async ({ trialId }, desk) => {
  const letter = await desk.step((ctx) => takeTrial(ctx, trialId));
  await atMostOnce(desk, letter, (fate) =>
    desk.step((ctx) => (fate === "waiting" ? releaseTrial(ctx, trialId) : settleTrial(ctx, trialId, fate))),
  );
};

export const trialLetterHandlers = { sendTrialLetter };
