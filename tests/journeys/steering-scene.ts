import type { Context } from "~/access/context";
import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import type { Role } from "~/access/permissions";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { addDays, dayOf } from "~/calendar/day";
import { approveCampaign } from "~/campaigns/approval.server";
import { draftCampaign, editCampaign, startCampaign } from "~/campaigns/campaigns.server";
import { letterToSend, USUAL_FRAME } from "~/campaigns/ingredients.server";
import { moveStage } from "~/funnel/funnel.server";
import { rollNation } from "~/steering/nation/rolling.server";
import { foldSome } from "~/steering/night.server";
import { insertAccount } from "~db/queries/accounts";
import { forecastHandlers } from "~jobs/handlers/forecast";
import { seedDoctors } from "../features/campaigns/post-office";
import { aHistory } from "../features/forecast/field";
import { aDelegateOf, aLand, TOWNS } from "../features/steering/field";
import { anActor, as, HERE, type TestDatabase } from "../support/database";
import { aRankedDoctor } from "../support/factories";

export const MANAGER = "Maud Responsable";
export const READER = "Rachel Lectrice";

const PEOPLE: readonly [Role, string, string][] = [
  ["manager", MANAGER, "responsable@demo.example"],
  ["national_reader", READER, "nation@demo.example"],
];

/** A caisse in the middle of its campaign. Returns the one doctor who was contacted, and no more. */
export async function aCampaignUnderWay(database: TestDatabase): Promise<number> {
  await people(database);
  const { nazaire, pornichet, baule, trignac, pontchateau } = TOWNS;
  const west = await aLand(database, "Ouest", { [nazaire]: 20, [pornichet]: 12, [baule]: 14 });
  const east = await aLand(database, "Est", { [trignac]: 4, [pontchateau]: 10 });
  const delegate = await aDelegateOf(database, [west.id]);
  await aDelegateOf(database, [east.id]);
  const contacted = await system(database, async (ctx) => {
    const id = await aRankedDoctor(ctx, { last_name: "ABGRALL", sector_id: west.id, commune_code: nazaire });
    await moveStage(ctx, { id, fundId: HERE }, "contacted", "letter");
    return id;
  });
  await aForgottenReport(database, delegate, west.doctors[0]!);
  await aHistory(database, HERE, today());
  await standingsOfHistory(database);
  await contractsOfSigned(database);
  await ownTargets(database, delegate);
  await aFinishedCampaign(database);
  await aNight(database);
  return contacted;
}

const today = () => dayOf(new Date());
const system = <T>(database: TestDatabase, work: (ctx: Context) => Promise<T>) =>
  as(database, SYSTEM_ACTOR, work, new Date());

async function people(database: TestDatabase): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await system(database, async ({ tx }) => {
    for (const [role, name, email] of PEOPLE) {
      const fundId = role === "national_reader" ? null : HERE;
      await insertAccount(tx, { fundId, role, name, email, passwordHash, demo: true });
    }
  });
}

/** A visit of last week that nobody has told of. */
async function aForgottenReport({ pool }: TestDatabase, delegateId: string, doctorId: number): Promise<void> {
  await pool.query(
    `insert into visit (fund_id, delegate_id, doctor_id, starts_at, ends_at, zone, state, firmness)
     values ($1, $2, $3, now() - interval '7 days', now() - interval '7 days' + interval '30 minutes', 'Europe/Paris', 'booked', 'fixed')`,
    [HERE, delegateId, doctorId],
  );
}

/** Where the history left each doctor, as the product would have noted it. */
async function standingsOfHistory({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `insert into doctor_stage (doctor_id, fund_id, stage, since, lost_at)
     select doctor_id, min(fund_id), (array_agg(to_stage order by at desc, id desc) filter (where to_stage <> 'lost'))[1],
       max(at) filter (where to_stage <> 'lost'), max(at) filter (where to_stage = 'lost')
     from funnel_move where fund_id = $1 group by doctor_id on conflict do nothing`,
    [HERE],
  );
}

/** Half a year around today, so that the campaign runs on whatever day this is read. */
async function ownTargets({ pool }: TestDatabase, by: string): Promise<void> {
  await pool.query(
    `insert into campaign_target (fund_id, from_on, to_on, visits, contracts, priority_share_pm, gp_share_pm, changed_by, changed_at)
     values ($1, $2, $3, 400, 60, 600, 750, $4, now())`,
    [HERE, addDays(today(), -120), addDays(today(), 60), by],
  );
}

/** The papers behind the signatures of the history. */
async function contractsOfSigned({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `insert into contract (fund_id, kind, doctor_id, employer, option, state, opened_on, signed_on, version, starts_on, ends_on)
     select distinct on (doctor_id) fund_id, 'individual', doctor_id, 'doctor', '1', 'running', at::date - 20, at::date, 'CONV2024',
       at::date, (at + interval '5 years')::date
     from funnel_move where fund_id = $1 and to_stage = 'signed' order by doctor_id, at`,
    [HERE],
  );
}

/** A letter to sixty doctors two months ago, a fifth of the practices kept aside; those who had it answered better. */
async function aFinishedCampaign(database: TestDatabase): Promise<void> {
  await seedDoctors(database, 60);
  const officer = anActor("campaign_officer");
  await as(
    database,
    officer,
    async (ctx) => {
      const asked = { fundId: HERE, name: "Rappel d'automne", category: "information", holdoutPercent: 20 } as const;
      const id = await draftCampaign(ctx, asked);
      await editCampaign(ctx, id, { ...(await letterToSend(ctx, "demo")), ...USUAL_FRAME });
      await approveCampaign(ctx, id);
      await startCampaign(ctx, id);
    },
    new Date(),
  );
  await database.pool.query(
    "update campaign set started_at = now() - interval '60 days', state = 'finished', finished_at = now() - interval '59 days'",
  );
  await database.pool.query(
    "update recipient set state = 'accepted', settled_at = now() - interval '60 days' where state = 'waiting'",
  );
}

/** What the clock does: the sums of the funnel, the forecast and the model of the caisse, and the figures of the nation. */
async function aNight(database: TestDatabase): Promise<void> {
  const step = (work: never) => system(database, work);
  while (await system(database, foldSome)) {
    // what waits is counted first
  }
  await forecastHandlers.forecastFund({ fundId: HERE }, { step, stopping: new AbortController().signal } as never);
  await system(database, rollNation);
}

export const inTwoWeeks = () => addDays(today(), 14);
