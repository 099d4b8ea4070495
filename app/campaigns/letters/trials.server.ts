import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { invalid } from "~/errors";
import type { Letter as Mail } from "~/mail/mailer";
import { accountById } from "~db/queries/accounts";
import { insertTrial, moveTrial, trialById } from "~db/queries/letter-trials";
import { revisionOf } from "~db/queries/letters";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { checkLetter } from "./check";
import { saveLetter, type Written } from "./letter.server";
import { letterOf } from "./letters.server";
import { merge } from "./merge";
import { exampleIfSeen, exampleOf, fictitiousExample } from "./preview.server";
import { render } from "./render";
import { TRIAL_FRAME, trialOf } from "./trial";

/** Saves what is on the screen, then asks for it to be sent to oneself. The same click heard twice is one letter. */
export async function tryLetter(
  ctx: Context,
  letterId: string,
  { trial, doctor, ...written }: Written & { trial: string; doctor: number | null },
): Promise<number> {
  if (await trialById(ctx.tx, trial)) return (await letterOf(ctx, letterId)).revision;
  const [refusal] = checkLetter(written.letter).errors;
  if (refusal) throw invalid({ letter: [refusal.message] }, `L'essai n'est pas parti. ${refusal.message}`);
  if (doctor !== null) await exampleOf(ctx, doctor);
  const revision = await saveLetter(ctx, letterId, written);
  const { fund_id: fundId } = await letterOf(ctx, letterId);
  const asked = { id: trial, fundId, letterId, revision, accountId: ctx.actor.id, doctorId: doctor, at: ctx.now };
  if (!(await insertTrial(ctx.tx, asked))) return revision;
  await later(ctx, catalog.sendTrialLetter, { trialId: trial });
  await record(ctx, "letter-template.tried", { letterId, revision });
  return revision;
}

/** The trial to hand over. Found in hand already, it may have left: it is not sent again, one may ask for another. */
export async function takeTrial(ctx: Context, trialId: string): Promise<Mail | null> {
  const trial = await trialById(ctx.tx, trialId);
  if (!trial) return null;
  if (trial.state === "sending") await moveTrial(ctx.tx, trialId, "sending", "uncertain", ctx.now);
  if (trial.state !== "waiting" || !(await moveTrial(ctx.tx, trialId, "waiting", "sending", null))) return null;
  const known = await letterOf(ctx, trial.letter_id);
  const { subject, blocks } = (await revisionOf(ctx.tx, trial.letter_id, trial.revision))!;
  const account = await accountById(ctx.tx, trial.account_id);
  if (!account || account.disabled_at !== null) {
    await settleTrial(ctx, trialId, "refused");
    return null;
  }
  const template = render(trialOf({ subject, blocks }), TRIAL_FRAME, dayOf(ctx.now));
  const chosen = trial.doctor_id === null ? null : await exampleIfSeen(ctx, trial.doctor_id);
  const { values } = chosen ?? fictitiousExample(ctx, known.fund);
  return { to: account.email, ...merge(template, values), reference: `essai-${trial.id}` };
}

export async function settleTrial(
  ctx: Context,
  trialId: string,
  state: "sent" | "refused" | "uncertain",
): Promise<void> {
  await moveTrial(ctx.tx, trialId, "sending", state, ctx.now);
}

/** Not taken, and not for good: it will be handed over again. */
export async function releaseTrial(ctx: Context, trialId: string): Promise<void> {
  await moveTrial(ctx.tx, trialId, "sending", "waiting", null);
}
