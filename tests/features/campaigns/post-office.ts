import type { Actor, Context } from "~/access/context";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { approveCampaign } from "~/campaigns/approval.server";
import { draftCampaign, editCampaign, startCampaign, statusOf } from "~/campaigns/campaigns.server";
import { letterToSend, USUAL_FRAME } from "~/campaigns/ingredients.server";
import { reconcile } from "~/campaigns/sending/reconcile.server";
import type { CampaignMail } from "~/mail/relay";
import { smtpRelay } from "~/mail/relay.server";
import { actAs } from "~db/act-as";
import { armAtBirth, databaseIdentity } from "~db/queries/arming";
import type { CampaignChange } from "~db/queries/campaigns";
import type { TestDatabase } from "../../support/database";
import { HERE } from "../../support/funds";
import { drainNotes } from "./notes";

/** Doctors with one address each, `doctor1@cabinet.example` and on, ranked in that order. */
export async function seedDoctors(
  { pool }: Pick<TestDatabase, "pool">,
  count: number,
  domain = "cabinet.example",
): Promise<void> {
  await pool.query(
    `with made as (
      insert into doctor (fund_id, rpps, last_name, first_name, specialty, specialty_label, is_gp, practice_key, search, sort_name,
        identity_hash, source, source_on, first_seen_on)
      select $1, (10000000000 + i)::text, 'LE GOFF', 'ANNE', 'general-practice', 'Médecine générale', true, 'practice ' || i / 2,
        'le goff anne', 'le goff anne', '\\x00', 'rpps', '2026-11-01', '2026-11-01' from generate_series(1, $2::integer) i
      returning id, rpps::bigint - 10000000000 as rank)
    , scored as (
      insert into score (doctor_id, fund_id, is_gp, specialty, verdict, priority, zone_points, threshold_points, band_points,
        colleague_points, freshness_points, unknown_points, failing, unresolved, version)
      select id, $1, true, 'general-practice', 'yes', 1000000 - rank, 0, 0, 0, 0, 0, 0, 0, 0, 'test' from made)
    insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on)
    select $1, id, 'doctor' || rank || '@' || $3, 'doctor' || rank || '@' || $3, 'plain', 'test', '2026-11-01' from made`,
    [HERE, count, domain],
  );
}

export interface PostOffice {
  readonly mail: CampaignMail;
  /** A campaign to everybody, approved and going. */
  launch(change?: CampaignChange): Promise<string>;
  /** Everything the queue and the clock would do, until nothing moves. */
  work(rounds?: number): Promise<void>;
  status(id: string): ReturnType<typeof statusOf>;
  as<T>(work: (ctx: Context) => Promise<T>, actor?: Actor): Promise<T>;
  close(): Promise<void>;
}

/** `deployment`: where other processes reach the database, when there are any: they must find it armed for them. */
export async function openPostOffice(
  { pool }: Pick<TestDatabase, "pool">,
  smtpUrl: string,
  { deployment = "test", connections = 10 } = {},
): Promise<PostOffice> {
  const as = <T>(work: (ctx: Context) => Promise<T>, actor: Actor = SYSTEM_ACTOR) =>
    actAs(pool, actor, (tx) => work({ actor, tx, now: new Date() }));
  const identity = await as(async ({ tx }) => {
    const known = await databaseIdentity(tx, deployment);
    await armAtBirth(tx, known);
    return known;
  });
  const relay = smtpRelay({ url: smtpUrl, connections, dkim: null });
  const mail = { relay, address: "tandem@caisse.example", identity };
  return {
    mail,
    as,
    async launch(change = {}) {
      return as(async (ctx) => {
        const id = await draftCampaign(ctx, {
          fundId: null,
          name: "Essai",
          category: "information",
          holdoutPercent: 0,
        });
        await editCampaign(ctx, id, { ...(await letterToSend(ctx, "demo")), ...USUAL_FRAME, ...change });
        await approveCampaign(ctx, id);
        await startCampaign(ctx, id);
        return id;
      });
    },
    async work(rounds = 50) {
      for (let round = 0; round < rounds; round++) {
        const done = await drainNotes(pool, mail);
        await as(reconcile);
        if (done === 0 && (await drainNotes(pool, mail)) === 0) return;
      }
    },
    status: (id) => as((ctx) => statusOf(ctx, id)),
    close: () => relay.close(),
  };
}
