import { z } from "zod";
import { CHANNELS } from "~/doctors/contactability";
import { closureFields, hoursFields } from "../hours/hours.form";
import { OPT_OUT_SOURCES } from "./opt-out-words";

export const doctorTabForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("hours"), ...hoursFields }),
  z.object({ intent: z.literal("learned"), seen: hoursFields.seen }),
  z.object({ intent: z.literal("closure"), ...closureFields }),
  z.object({ intent: z.literal("open"), closure: z.uuid() }),
  z.object({
    intent: z.literal("opt-out"),
    channel: z.enum(CHANNELS, "Choisissez ce que le médecin ne souhaite plus."),
    source: z.enum(OPT_OUT_SOURCES, "Choisissez comment il l'a dit."),
  }),
  z.object({ intent: z.literal("lift"), optOut: z.coerce.number().int().positive() }),
]);

export type DoctorTabAsk = z.output<typeof doctorTabForm>;
