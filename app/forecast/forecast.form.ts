import { z } from "zod";
import { isDay } from "~/calendar/day";

const points = (least: number, most: number) => z.coerce.number().int().min(least).max(most).catch(0);

/** Which caisse, for who follows several. */
export const caisseSearch = z.object({ caisse: z.string().nullable().catch(null).default(null) });

/** What the address says: the deadline, and a scenario of which nothing is stored. */
export const forecastSearch = caisseSearch.extend({
  echeance: z.string().refine(isDay).nullable().catch(null).default(null),
  delegues: points(-20, 20),
  zip: points(-50, 50),
  campagne: points(0, 5_000),
});

export type ForecastSearch = z.output<typeof forecastSearch>;
