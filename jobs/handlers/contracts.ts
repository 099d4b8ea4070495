import { prepareDigests, settleDigest, takeDigest } from "~/contracts/digest.server";
import { turnThePage } from "~/contracts/night.server";
import type { Handler } from "../handler";
import { atMostOnce } from "./at-most-once";

const followContracts: Handler<"followContracts"> = async (_payload, { step }) => {
  await step(turnThePage);
};

const prepareMilestoneDigests: Handler<"prepareMilestoneDigests"> = async (_payload, { step }) => {
  await step(prepareDigests);
};

/** At most once a person and a week: a letter that may have left is not sent again. */
const sendMilestoneDigest: Handler<"sendMilestoneDigest"> = async (key, desk) => {
  const letter = await desk.step((ctx) => takeDigest(ctx, key, desk.tools.publicUrl()));
  await atMostOnce(desk, letter, (fate) => desk.step((ctx) => settleDigest(ctx, key, fate)));
};

export const contractHandlers = { followContracts, prepareMilestoneDigests, sendMilestoneDigest };
