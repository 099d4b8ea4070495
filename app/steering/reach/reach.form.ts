import { z } from "zod";

/** The share of their hours that delegates give to visits: all of them until somebody says otherwise. */
export const reachSearch = z.object({ part: z.coerce.number().int().min(10).max(100).catch(100).default(100) });
