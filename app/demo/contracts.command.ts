import { actorFrom } from "~/access/actor";
import type { Actor, Context } from "~/access/context";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { addDays, type Day, dayOf } from "~/calendar/day";
import { instantAt } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { documentsOf } from "~/contracts/documents";
import { openFile } from "~/contracts/opening.server";
import { takeStep } from "~/contracts/steps.server";
import type { Services } from "~/wiring";
import { actAs, atTheDoor } from "~db/act-as";
import { activeAccount } from "~db/queries/accounts";
import { assistantsOf } from "~db/queries/assistants";
import { doctorsForContract } from "~db/queries/contract-ties";
import { demoFollowers } from "~db/queries/installation";
import { doctorsWorthAVisit } from "~db/queries/visit-doctors";
import { contractStories, type Story } from "./contract-stories";

/** The first delegates have visits and reports with these; contracts are told of others. */
const MET = 30;
const CANDIDATES = 400;

type At = <T>(actor: Actor, day: Day, work: (ctx: Context) => Promise<T>) => Promise<T>;

/** A few contracts of several ages and texts, through the same use cases as anybody's: dates late, soon and far. */
export async function loadContracts(services: Services): Promise<void> {
  const today = dayOf(services.now());
  const at: At = (actor, day, work) => {
    const now = day === today ? services.now() : instantAt(day, 9 * 60, PARIS);
    return actAs(services.pool, actor, (tx) => work({ actor, tx, now }));
  };
  const people = await actAs(services.pool, SYSTEM_ACTOR, demoFollowers);
  for (const [rank, { delegateId, managerId }] of people.entries()) {
    const [delegate, manager] = await Promise.all([delegateId, managerId].map((id) => actorOf(services, id)));
    if (delegate && manager) await tell(at, { delegate, manager, today, isFirst: rank === 0 });
  }
}

async function actorOf({ pool }: Services, accountId: string): Promise<Actor | null> {
  const account = await atTheDoor(pool, (tx) => activeAccount(tx, accountId));
  return account ? actorFrom(account) : null;
}

interface Cast {
  readonly delegate: Actor;
  readonly manager: Actor;
  readonly today: Day;
  readonly isFirst: boolean;
}

async function tell(at: At, cast: Cast): Promise<void> {
  const { delegate, today } = cast;
  const doctors = await at(delegate, today, async (ctx) => {
    const ranked = await doctorsWorthAVisit(ctx.tx, delegate.fundIds[0]!, CANDIDATES);
    const eligible = ranked.slice(MET).filter(({ verdict }) => verdict === "yes");
    const found = await doctorsForContract(ctx.tx, { ids: eligible.map(({ id }) => id) });
    return found.filter(({ is_gp, gone_on, signed_on }) => is_gp && gone_on === null && signed_on === null);
  });
  for (const story of contractStories(today, cast.isFirst)) {
    const [doctor, ...others] = doctors.splice(0, 1 + (story.others ?? 0));
    if (!doctor) return;
    const opening = { ...story.opening, members: others.map(({ rpps }) => rpps) };
    await live(at, cast, { ...story, opening }, { id: doctor.id, patients: doctor.mt_total });
  }
}

async function live(
  at: At,
  { delegate, manager }: Cast,
  { openedOn, opening, signedOn, band, hired, notes = [], suspendedOn }: Story,
  doctor: { id: number; patients: number | null },
): Promise<void> {
  const papers = documentsOf(opening.kind, opening.employer).slice(0, signedOn === null ? 2 : undefined);
  const id = await at(delegate, openedOn, async (ctx) => {
    const opened = await openFile(ctx, doctor.id, opening);
    for (const kind of papers) await takeStep(ctx, opened, { intent: "document", kind, mark: "received" });
    return opened;
  });
  if (signedOn === null) return;
  const counts = { band: band ?? null, patients: doctor.patients, fileActive: null, age: null, newlyInstalled: false };
  const reason = "Conditions relues dans le dossier papier";
  await at(manager, openedOn, (ctx) => takeStep(ctx, id, { intent: "sign", revision: 1, signedOn, reason, ...counts }));
  if (hired) await at(delegate, openedOn, (ctx) => takeStep(ctx, id, { intent: "hire", revision: 2, ...hired }));
  await at(delegate, openedOn, async (ctx) => {
    const [assistant] = await assistantsOf(ctx.tx, id);
    if (assistant) for (const note of notes) await takeStep(ctx, id, { ...note, assistant: assistant.id });
  });
  if (suspendedOn)
    await at(manager, addDays(suspendedOn, 2), (ctx) =>
      takeStep(ctx, id, { intent: "suspend", revision: 3, on: suspendedOn }),
    );
}
