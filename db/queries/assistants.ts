import { sql } from "kysely";
import type { Day } from "~/calendar/day";
import type { Profile, SecretarySolution, Training } from "~/contracts/assistant";
import type { Tx } from "../connection";

export function assistantsOf(tx: Tx, contractId: string) {
  return tx
    .selectFrom("assistant as a")
    .leftJoin("assistant as next", "next.replaces", "a.id")
    .select(["a.id", "a.name", "a.weekly_minutes", "a.hired_on", "a.left_on", "a.replaces", "next.name as replaced_by"])
    .select(["a.training_started_on", "a.certified_on", "a.was_secretary", "a.secretary_replaced_on"])
    .select([
      sql<Profile>`a.profile`.as("profile"),
      sql<Training | null>`a.training`.as("training"),
      sql<SecretarySolution | null>`a.secretary_solution`.as("secretary_solution"),
    ])
    .where("a.contract_id", "=", contractId)
    .orderBy("a.hired_on")
    .orderBy("a.id")
    .execute();
}

export type AssistantRow = Awaited<ReturnType<typeof assistantsOf>>[number];

export async function insertAssistant(
  tx: Tx,
  { id, fund_id }: { id: string; fund_id: number },
  assistant: {
    name: string;
    profile: Profile;
    weeklyMinutes: number;
    hiredOn: Day;
    replaces: string | null;
    training: Training;
    wasSecretary: boolean;
  },
): Promise<void> {
  await tx
    .insertInto("assistant")
    .values({
      fund_id,
      contract_id: id,
      name: assistant.name,
      profile: assistant.profile,
      weekly_minutes: assistant.weeklyMinutes,
      hired_on: assistant.hiredOn,
      replaces: assistant.replaces,
      training: assistant.training,
      was_secretary: assistant.wasSecretary,
    })
    .execute();
}

export interface AssistantChange {
  readonly left_on?: Day;
  readonly training_started_on?: Day;
  readonly certified_on?: Day;
  readonly secretary_replaced_on?: Day;
  readonly secretary_solution?: SecretarySolution;
}

export async function changeAssistant(
  tx: Tx,
  { contractId, id }: { contractId: string; id: string },
  change: AssistantChange,
): Promise<void> {
  await tx.updateTable("assistant").set(change).where("contract_id", "=", contractId).where("id", "=", id).execute();
}
