import { sql } from "kysely";
import type { Category } from "~/campaigns/campaign";
import type { JourneyState, JourneyStep, StopRule } from "~/campaigns/journeys/journey";
import type { Tx } from "../connection";

export async function insertJourney(
  tx: Tx,
  { fundId, name, createdBy }: { fundId: number; name: string; createdBy: string },
): Promise<string> {
  const { id } = await tx
    .insertInto("journey")
    .values({ fund_id: fundId, name, created_by: createdBy })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

function journeySheets(tx: Tx) {
  return tx
    .selectFrom("journey as j")
    .leftJoin("segment as g", "g.id", "j.segment_id")
    .selectAll("j")
    .select([
      "g.name as segment",
      sql<JourneyState>`j.state`.as("state"),
      sql<Category>`j.category`.as("category"),
      sql<JourneyStep[]>`j.steps`.as("steps"),
      sql<StopRule[]>`j.stops`.as("stops"),
    ]);
}

export type JourneySheet = NonNullable<Awaited<ReturnType<typeof journeyById>>>;

export function journeyById(tx: Tx, id: string) {
  return journeySheets(tx).where("j.id", "=", id).executeTakeFirst();
}

/** Waits for whoever is changing it, so that two officers are judged one after the other. */
export function journeyToChange(tx: Tx, id: string) {
  return journeySheets(tx).where("j.id", "=", id).forUpdate("j").executeTakeFirst();
}

export function journeysSeen(tx: Tx, most: number) {
  return journeySheets(tx).orderBy("j.created_at", "desc").orderBy("j.id").limit(most).execute();
}

export function runningJourneys(tx: Tx): Promise<{ id: string }[]> {
  return tx.selectFrom("journey").select("id").where("state", "=", "running").orderBy("started_at").execute();
}

export type JourneyChange = Partial<{
  name: string;
  state: JourneyState;
  segment_id: string | null;
  criteria: string | null;
  category: string;
  sender_name: string;
  reason: string;
  holdout_percent: number;
  steps: string;
  stops: string[];
  submitted_by: string | null;
  submitted_at: Date | null;
  approved_by: string;
  started_at: Date;
  ended_at: Date;
}>;

export async function changeJourney(tx: Tx, id: string, change: JourneyChange): Promise<void> {
  await tx
    .updateTable("journey")
    .set({ ...change, version: sql`version + 1` })
    .where("id", "=", id)
    .execute();
}

/** How many doctors the audience has now, and since when it has nobody. */
export async function noteAudience(tx: Tx, id: string, doctors: number, at: Date): Promise<void> {
  await sql`
    update journey set audience_count = ${doctors}, audience_at = ${at},
      empty_since = case when ${doctors} > 0 then null else coalesce(empty_since, ${at}) end
    where id = ${id}`.execute(tx);
}

/** The campaigns that carry the letters of a journey, with what each has done. */
export async function lettersOfJourney(tx: Tx, journeyId: string) {
  return tx
    .selectFrom("campaign")
    .select(["id", "journey_step", "state", "letter"])
    .where("journey_id", "=", journeyId)
    .orderBy("journey_step")
    .execute();
}
