import { z } from "zod";

const WHY = "Un nombre de médecins, de 0 à 100 000.";

export const settingsForm = z.object({
  approvalAbove: z.coerce
    .number({ error: WHY })
    .int({ error: WHY })
    .min(0, { error: WHY })
    .max(100_000, { error: WHY }),
});
