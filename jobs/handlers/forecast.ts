import { nationOf, workedOut } from "~/forecast/night";
import { factsOfFund, factsOfNation, handOutNation, keepNight } from "~/forecast/nightly.server";
import type { Handler } from "../handler";

const forecastEverybody: Handler<"forecastEverybody"> = async (_payload, { step }) => {
  const { facts, today } = await step(factsOfNation);
  const nation = nationOf(facts, today);
  await step((ctx) => handOutNation(ctx, nation));
};

/** Minutes of computing, with no transaction open; what is kept of a night is kept once. */
const forecastFund: Handler<"forecastFund"> = async ({ fundId }, { step }) => {
  const night = workedOut(await step((ctx) => factsOfFund(ctx, fundId)));
  await step((ctx) => keepNight(ctx, fundId, night));
};

export const forecastHandlers = { forecastEverybody, forecastFund };
