import type { Context } from "~/access/context";
import { draftJourney, saveJourney } from "~/campaigns/journeys/drafting.server";
import type { JourneyStep } from "~/campaigns/journeys/journey";
import type { JourneyText } from "~/campaigns/journeys/journeys.form";
import { moveDueEntries } from "~/campaigns/journeys/moving.server";
import { startJourney } from "~/campaigns/journeys/running.server";
import { anActor, as, HERE, type TestDatabase } from "../../support/database";
import { aSector } from "../../support/factories";
import { seedDoctors } from "./post-office";

const OFFICER = "00000000-0000-4000-8000-00000000000a";
export const DELEGATE = "00000000-0000-4000-8000-00000000000b";
export const SECOND = "00000000-0000-4000-8000-00000000000c";
export const MONDAY = new Date("2026-11-23T09:00:00Z");
export const system = anActor("system");
export const at = (day: string) => new Date(`${day}T09:00:00Z`);

export function step(
  kind: JourneyStep["kind"],
  delay: number,
  expiry: number | null = null,
  onExpiry: "pass" | "end" = "pass",
): JourneyStep {
  return { kind, delay, letter: kind === "letter" ? "demo" : "", expiry, onExpiry };
}

/** One fund with an officer, a delegate, four doctors (two a practice from the second on) and a segment of them all. */
export function journeyScene(database: TestDatabase) {
  const { pool } = database;
  const officer = anActor("campaign_officer", { id: OFFICER });
  let segment = "";
  const by = <T>(work: (ctx: Context) => Promise<T>, now = MONDAY) => as(database, officer, work, now);
  const work = (now: Date) => as(database, system, (ctx) => moveDueEntries(ctx), now);
  const rows = async <Row>(text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as Row[];
  const one = async (text: string, values: unknown[] = []) =>
    Number(Object.values((await pool.query(text, values)).rows[0])[0]);
  const text = (given: Partial<JourneyText> = {}): JourneyText => ({
    intent: "save",
    version: 1,
    name: "Proches du seuil",
    segment,
    category: "information",
    sender: "Votre caisse",
    reason: "Vous exercez dans le ressort de votre caisse.",
    holdout: 0,
    stops: ["visit-booked", "reply", "contract-signed", "practice-signed"],
    steps: [step("letter", 0), step("call", 2, 3), step("visit", 5)],
    ...given,
  });
  return {
    by,
    work,
    rows,
    one,
    text,
    async set() {
      await pool.query(
        "truncate journey, journey_entry, journey_turn, campaign, recipient, doctor, score, doctor_email, opt_out, follow_up, outbox, segment, account, sector, campaign_setting, audit_event cascade",
      );
      await pool.query(
        `insert into account (id, fund_id, role, email, name) values ($1, $4, 'campaign_officer', 'o@x.example', 'Officier'),
          ($2, $4, 'delegate', 'd@x.example', 'Déléguée'), ($3, $4, 'campaign_officer', 's@x.example', 'Seconde')`,
        [OFFICER, DELEGATE, SECOND, HERE],
      );
      const sector = await by((ctx) => aSector(ctx));
      const works = "insert into delegate_sector (fund_id, account_id, sector_id) values ($1, $2, $3)";
      await pool.query(works, [HERE, DELEGATE, sector]);
      await seedDoctors(database, 4);
      await pool.query("update doctor set sector_id = $1", [sector]);
      await pool.query("update score set sector_id = $1", [sector]);
      const [made] = await rows<{ id: string }>(
        `insert into segment (fund_id, owner_id, name, criteria) values ($1, $2, 'Tous', '{"match":"all","of":[]}') returning id`,
        [HERE, OFFICER],
      );
      segment = made!.id;
    },
    started: (given: Partial<JourneyText> = {}) =>
      by(async (ctx) => {
        const id = await draftJourney(ctx, "Proches du seuil");
        await saveJourney(ctx, id, text(given));
        await startJourney(ctx, id);
        return id;
      }),
    /** A day of the worker: the hours that tests do not have. */
    async workOn(day: string) {
      await pool.query("update journey_entry set look_at = '2026-01-01'");
      while ((await work(at(day))) > 0);
    },
    /** What a sender would have told. */
    accept: (day: string) =>
      pool.query("update recipient set state = 'accepted', settled_at = $1 where state = 'waiting'", [at(day)]),
    doctor: (rank: number) =>
      one("select doctor_id from doctor_email where address = $1", [`doctor${rank}@cabinet.example`]),
  };
}
