import { fundsToScore, scoreFund as scoreOne, scoreDoctors as scoreSome } from "~/doctors/scoring.server";
import { catalog } from "../catalog";
import type { Handler } from "../handler";
import { later } from "../later";

const scoreFund: Handler<"scoreFund"> = async ({ fundId }, { step }) => {
  await step((ctx) => scoreOne(ctx, fundId));
};

const scoreDoctors: Handler<"scoreDoctors"> = async ({ doctorIds }, { step }) => {
  await step((ctx) => scoreSome(ctx, doctorIds));
};

/** Every night: days pass, contacts grow old, a version may begin. One note a fund, so that each is a short transaction. */
const scoreEverybody: Handler<"scoreEverybody"> = async (_payload, { step }) => {
  await step(async (ctx) => {
    for (const fundId of await fundsToScore(ctx)) await later(ctx, catalog.scoreFund, { fundId });
  });
};

export const scoringHandlers = { scoreFund, scoreDoctors, scoreEverybody };
