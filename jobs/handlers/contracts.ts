import { prepareDigests, settleDigest, takeDigest } from "~/contracts/digest.server";
import { turnThePage } from "~/contracts/night.server";
import { isRefusedForGood } from "~/mail/mailer";
import { mayHaveLeft } from "~/visits/follow-ups/delivery-doubt";
import type { Handler } from "../handler";

const followContracts: Handler<"followContracts"> = async (_payload, { step }) => {
  await step(turnThePage);
};

const prepareMilestoneDigests: Handler<"prepareMilestoneDigests"> = async (_payload, { step }) => {
  await step(prepareDigests);
};

/** At most once a person and a week: a letter that may have left is not sent again. */
const sendMilestoneDigest: Handler<"sendMilestoneDigest"> = async (key, { step, tools }) => {
  const letter = await step((ctx) => takeDigest(ctx, key, tools.publicUrl()));
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return step((ctx) => settleDigest(ctx, key, "refused"));
    if (mayHaveLeft(error)) return step((ctx) => settleDigest(ctx, key, "uncertain"));
    await step((ctx) => settleDigest(ctx, key, "waiting"));
    throw error;
  }
  await step((ctx) => settleDigest(ctx, key, "sent"));
};

export const contractHandlers = { followContracts, prepareMilestoneDigests, sendMilestoneDigest };
