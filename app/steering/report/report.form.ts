import { z } from "zod";

export const reportForm = z.object({ intent: z.enum(["ask", "stop"]) });
