import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { conflict, notFound } from "~/errors";
import { isId } from "~/visits/report/client-id";
import { assistantsOf } from "~db/queries/assistants";
import {
  type ContractChange,
  type ContractSheet,
  changeContract,
  contractById,
  contractEvents,
} from "~db/queries/contracts";
import { savePlan } from "~db/queries/milestones";
import type { AssistantFacts } from "./assistant-milestones";
import { milestonesOf } from "./milestones";
import { suspensionsIn, termsOf } from "./terms";

export async function contractSeen(ctx: Context, contractId: string | undefined): Promise<ContractSheet> {
  const sheet = isId(contractId) ? await contractById(ctx.tx, contractId) : undefined;
  if (!sheet) throw notFound("Contrat");
  return sheet;
}

export function todayOf(ctx: Context, sheet: Pick<ContractSheet, "fund_zone">): Day {
  return dayIn(sheet.fund_zone, ctx.now);
}

export async function changeSeen(ctx: Context, sheet: { id: string; revision: number }, change: ContractChange) {
  if (!(await changeContract(ctx.tx, sheet, change)))
    throw conflict("Ce contrat vient de changer ailleurs. Rechargez la page : rien n'a été modifié.");
}

/** Computes the dates anew after anything that moves them; the same facts twice change nothing. */
export async function replan(ctx: Context, contractId: string): Promise<void> {
  const sheet = await contractSeen(ctx, contractId);
  const terms = termsOf(sheet);
  if (terms === null) return;
  const assistants = await assistantsOf(ctx.tx, sheet.id);
  const plan = milestonesOf({
    terms,
    knownSince: sheet.opened_on,
    suspensions: suspensionsIn(await contractEvents(ctx.tx, sheet.id)),
    assistants: assistants.map(
      (each): AssistantFacts => ({
        id: each.id,
        profile: each.profile,
        hiredOn: each.hired_on,
        leftOn: each.left_on,
        trainingStartedOn: each.training_started_on,
        certifiedOn: each.certified_on,
        wasSecretary: each.was_secretary,
        secretaryReplacedOn: each.secretary_replaced_on,
      }),
    ),
  });
  await savePlan(ctx.tx, sheet, plan, todayOf(ctx, sheet));
}
