import type { Context } from "~/access/context";
import { type Day, parseDay } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { invalid } from "~/errors";
import type { NewReport } from "~db/queries/reports";
import type { VisitDoctor } from "~db/queries/visit-doctors";
import { dayRefusal, proposedDay, STEPS_AFTER } from "./next-step";
import { noteRefusal } from "./note";
import { noteWarnings, type WarningKind } from "./note-warnings";
import type { ReportAsk } from "./report.form";
import type { NextStep } from "./result";

export type Judged = Omit<NewReport, "fundId" | "visitId" | "doctorId" | "delegateId" | "recordedAt">;

interface Subject {
  readonly ask: ReportAsk;
  readonly doctor: VisitDoctor;
  readonly zone: string;
  readonly heldAt: Date;
}

/** What will be written down; a step left out is the one proposed, so that a result alone is a whole report. */
export function judgeReport(ctx: Pick<Context, "now">, { ask, doctor, zone, heldAt }: Subject): Judged {
  judgeNote(ask.note, ask.confirmed, doctor);
  const department = doctor.department ?? doctor.fund_department;
  const steps = STEPS_AFTER[ask.result];
  const nextStep = ask.nextStep !== null && steps.includes(ask.nextStep) ? ask.nextStep : steps[0]!;
  return {
    id: ask.id,
    result: ask.result,
    objections: ask.result === "absent" ? [] : [...new Set(ask.objections)],
    option: ask.result === "absent" ? null : ask.option,
    nextStep,
    nextOn: nextDay(nextStep, ask, { today: dayIn(zone, ctx.now), heldOn: dayIn(zone, heldAt), department }),
    heldAt,
  };
}

/** Refuses what may never be kept, and what nobody has confirmed. */
export function judgeNote(
  note: string,
  confirmed: readonly WarningKind[],
  { phone }: Pick<VisitDoctor, "phone">,
): void {
  const refusal = noteRefusal(noteWarnings(note, phone === null ? [] : [phone]), confirmed);
  if (refusal !== null) throw invalid({ note: [refusal] });
}

function nextDay(
  step: NextStep,
  ask: ReportAsk,
  { today, heldOn, department }: { today: Day; heldOn: Day; department: string },
): Day | null {
  if (step === "none") return null;
  const day = ask.nextOn === null ? proposedDay(ask.result, heldOn, department)! : (parseDay(ask.nextOn) ?? ask.nextOn);
  // A report that waited on the phone may propose a day that has passed since.
  const refusal = dayRefusal(day, today, department);
  if (refusal !== null) throw invalid({ nextOn: [refusal] });
  return day;
}
