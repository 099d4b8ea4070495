import { z } from "zod";

/** Whether the proposed weeks weigh visits by their chances. */
export const weightForm = z.object({ use: z.enum(["yes", "no"]) });
