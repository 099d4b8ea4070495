import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { bandFromCount } from "~/aids/percentiles";
import { addDays, type Day } from "~/calendar/day";
import { versionById, versionOn } from "~/eligibility/versions";
import { assistantsOf } from "~db/queries/assistants";
import { documentsHeld, membersOf } from "~db/queries/contract-parts";
import { doctorsForContract } from "~db/queries/contract-ties";
import { type ContractEvent, type ContractSheet, contractEvents, renewalsOf } from "~db/queries/contracts";
import { milestonesOfContract } from "~db/queries/milestones";
import { yearAmounts } from "./amounts";
import { judgeSignature } from "./judging.server";
import { type Step, stepsFrom } from "./lifecycle";
import { nameOf, sizeOf } from "./naming";
import { objectiveLines } from "./objective";
import { contractSeen, todayOf } from "./planning.server";
import { isDoubtful } from "./suspension";
import { suspensionsIn, termsOf } from "./terms";

/** All that a contract's page shows. */
export async function openContract(ctx: Context, contractId: string | undefined) {
  const sheet = await contractSeen(ctx, contractId);
  const terms = termsOf(sheet);
  const today = todayOf(ctx, sheet);
  const events = await contractEvents(ctx.tx, sheet.id);
  const suspensions = suspensionsIn(events);
  const milestones = await milestonesOfContract(ctx.tx, sheet.id);
  return {
    id: sheet.id,
    revision: sheet.revision,
    today,
    name: nameOf(sheet),
    size: sizeOf(sheet),
    kind: sheet.kind,
    state: sheet.state,
    doctorId: sheet.doctor_id,
    employer: sheet.employer,
    employerName: sheet.employer_name,
    renews: sheet.renews,
    renewal: (await renewalsOf(ctx.tx, sheet.id))[0]?.id ?? null,
    openedOn: sheet.opened_on,
    signedOn: sheet.signed_on,
    hiredOn: sheet.hired_on,
    startsOn: sheet.starts_on,
    endsOn: sheet.ends_on,
    lastOn: sheet.ends_on && addDays(sheet.ends_on, -1),
    version: sheet.version && versionById(sheet.version).name,
    versionId: sheet.version,
    /** Published after the signature: it changes nothing before the end. */
    laterText: laterTextOf(sheet, today),
    start: {
      band: sheet.band,
      patients: sheet.mt_patients,
      fileActive: sheet.active_file,
      newlyInstalled: sheet.newly_installed,
      age: sheet.age_at_signature,
    },
    objective: objectiveLines(sheet.objective),
    years: terms ? yearAmounts(terms) : [],
    documents: await documentsHeld(ctx.tx, sheet.id),
    assistants: await assistantsOf(ctx.tx, sheet.id),
    members: sheet.kind === "collective" ? await membersOf(ctx.tx, sheet.id) : [],
    milestones: milestones.map((each) => ({
      ...each,
      isDoubtful: isDoubtful({ kind: each.kind, on: each.due_on }, suspensions),
    })),
    events: events.map(lifeOf),
    suspendedSince: suspensions.find(({ to }) => to === null)?.from ?? null,
    steps: stepsFrom(sheet.state, (permission) => can(ctx.actor, permission)),
    mayPrepare: can(ctx.actor, "contract.prepare"),
    mayDecide: can(ctx.actor, "contract.decide"),
    known: sheet.state === "opened" ? await countsKnown(ctx, sheet, today) : null,
    judgement: sheet.state === "opened" ? await judgeSignature(ctx, sheet, today, null) : null,
  };
}

export type OpenedContract = Awaited<ReturnType<typeof openContract>>;

function lifeOf({ id, step, on_day, by, from_state, to_state, payload }: ContractEvent) {
  const { reason = null, months = null, endsOn = null } = payload as Partial<StepDetail>;
  return { id, step: step as Step, on_day, by, from_state, to_state, detail: { reason, months, endsOn } };
}

/** What the journal of a contract keeps beside the step. */
interface StepDetail {
  readonly reason: string | null;
  readonly months: number | null;
  readonly endsOn: Day | null;
}

/** What is known of the doctor today, proposed at the signature and confirmed by whoever signs. */
async function countsKnown(ctx: Context, sheet: ContractSheet, today: string) {
  if (sheet.doctor_id === null) return null;
  const [doctor] = await doctorsForContract(ctx.tx, { ids: [sheet.doctor_id] });
  const patients = doctor?.mt_total ?? doctor?.mt_adult ?? null;
  const version = versionOn(today, "INDIVIDUAL")!.id;
  return {
    patients,
    fileActive: doctor?.active_count ?? null,
    newlyInstalled: doctor?.newly_settled ?? null,
    band: doctor?.is_gp ? bandFromCount(patients, version) : null,
  };
}

function laterTextOf({ kind, version }: ContractSheet, today: string): string | null {
  if (kind === "collective" || version === null) return null;
  const current = versionOn(today, "INDIVIDUAL");
  return current && current.id !== version ? current.name : null;
}
