import {
  doubtSimulationLetter,
  dropSimulationLetter,
  releaseSimulationLetter,
  settleSimulationLetter,
  takeSimulationLetter,
} from "~/aids/letters.server";
import { isRefusedForGood } from "~/mail/mailer";
import { mayHaveLeft } from "~/visits/follow-ups/delivery-doubt";
import type { Handler } from "../handler";

/** At most once: a letter that may have left is never sent again by itself. */
const sendSimulationLetter: Handler<"sendSimulationLetter"> = async ({ letterId }, { step, tools }) => {
  const letter = await step((ctx) => takeSimulationLetter(ctx, letterId, tools.publicUrl()));
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return step((ctx) => dropSimulationLetter(ctx, letterId));
    if (mayHaveLeft(error)) return step((ctx) => doubtSimulationLetter(ctx, letterId));
    await step((ctx) => releaseSimulationLetter(ctx, letterId));
    throw error;
  }
  await step((ctx) => settleSimulationLetter(ctx, letterId));
};

export const simulationLetterHandlers = { sendSimulationLetter };
