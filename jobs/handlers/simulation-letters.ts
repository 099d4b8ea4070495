import {
  doubtSimulationLetter,
  dropSimulationLetter,
  releaseSimulationLetter,
  settleSimulationLetter,
  takeSimulationLetter,
} from "~/aids/letters.server";
import type { Handler } from "../handler";
import { atMostOnce } from "./at-most-once";

const SETTLE = {
  sent: settleSimulationLetter,
  refused: dropSimulationLetter,
  uncertain: doubtSimulationLetter,
  waiting: releaseSimulationLetter,
};

/** At most once: a letter that may have left is never sent again by itself. */
const sendSimulationLetter: Handler<"sendSimulationLetter"> = async ({ letterId }, desk) => {
  const letter = await desk.step((ctx) => takeSimulationLetter(ctx, letterId, desk.tools.publicUrl()));
  await atMostOnce(desk, letter, (fate) => desk.step((ctx) => SETTLE[fate](ctx, letterId)));
};

export const simulationLetterHandlers = { sendSimulationLetter };
