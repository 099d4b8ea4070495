import { z } from "zod";

export const retryForm = z.object({
  queue: z.enum(["files", "rules", "plans", "mail", "campaigns", "clock"]),
  id: z.string().min(1).max(200),
  job: z.string().min(1).max(100),
});

/** A job to take up again, or letters to let leave once more. */
export const engineForm = z.union([z.object({ intent: z.literal("arm") }), retryForm]);

export const mailsSearch = z.object({ avant: z.coerce.number().int().positive().optional().catch(undefined) });

export const mailId = z.coerce.number().int().positive().catch(0);
