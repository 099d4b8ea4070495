import { z } from "zod";
import type { EventCase, TrainingCase } from "./case";
import { code, count, day, flag } from "./fields.form";

/** The signature chooses the text; a case without one is read as signed on the day of the hire. */
export const trainingCaseForm = z
  .looseObject({ signatureDate: day.nullish(), assistantHireDate: day, assistantProfile: code })
  .transform(
    (input): TrainingCase => ({
      contractType: "ASSISTANT_TRAINING",
      signedOn: input.signatureDate ?? input.assistantHireDate,
      hiredOn: input.assistantHireDate,
      profile: input.assistantProfile || null,
    }),
  );

const EVENTS = [
  "ASSISTANT_LEAVE",
  "RELOCATION",
  "SPECIALTY_CHANGE",
  "TERMINATION_BY_DOCTOR",
  "COLLECTIVE_TERMINATED",
  "COLLECTIVE_ENDED",
  "GROUP_BELOW_P30",
] as const;

const fields = z.looseObject({
  event: z.enum(EVENTS, `un de ces événements est attendu : ${EVENTS.join(", ")}`),
  months: count,
  replaced: flag,
  doctorWrittenAgreement: flag,
  sameDepartement: flag,
  patientContinuityPossible: flag,
  letterReceivedDate: day.nullish(),
  terminationDate: day.nullish(),
  endDate: day.nullish(),
  totalBelowStartingLevel: flag,
});

export const eventCaseForm = fields.transform((input): EventCase => ({ contractType: "EVENT", ...eventOf(input) }));

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function eventOf(input: z.infer<typeof fields>): DistributiveOmit<EventCase, "contractType"> {
  switch (input.event) {
    case "ASSISTANT_LEAVE":
      return {
        event: input.event,
        months: input.months ?? null,
        replaced: input.replaced ?? null,
        agreementRefused: input.doctorWrittenAgreement === false,
      };
    case "RELOCATION":
      return {
        event: input.event,
        sameDepartement: input.sameDepartement ?? null,
        continuityPossible: input.patientContinuityPossible ?? null,
      };
    case "SPECIALTY_CHANGE":
      return { event: input.event };
    case "TERMINATION_BY_DOCTOR":
      return { event: input.event, letterReceivedOn: input.letterReceivedDate ?? null };
    case "COLLECTIVE_TERMINATED":
    case "COLLECTIVE_ENDED":
      return { event: "COLLECTIVE_TERMINATED", endedOn: input.terminationDate ?? input.endDate ?? null };
    case "GROUP_BELOW_P30":
      return { event: input.event, totalBelowStartingLevel: input.totalBelowStartingLevel ?? null };
  }
}
