import { createHash } from "node:crypto";
import { actorFrom } from "~/access/actor";
import type { Actor, Context } from "~/access/context";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { addDays, type Day, dayOf } from "~/calendar/day";
import { nextWorkingDay } from "~/calendar/holidays";
import { instantAt } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { bookVisit } from "~/visits/booking.server";
import { proposedDay } from "~/visits/report/next-step";
import { reportVisit } from "~/visits/report/report.server";
import type { NextStep, Result } from "~/visits/report/result";
import { changeSetting } from "~/visits/settings/own-setting.server";
import type { Services } from "~/wiring";
import { actAs, atTheDoor } from "~db/act-as";
import { activeAccount } from "~db/queries/accounts";
import { type DemoDelegate, demoDelegates, scatterPractices } from "~db/queries/installation";
import { doctorsWorthAVisit } from "~db/queries/visit-doctors";

/** What a delegate did in the last weeks, days before today and hour: enough for every basket to hold somebody. */
const PAST: readonly {
  daysAgo: number;
  at: number;
  result: Result;
  objections: readonly string[];
  step: NextStep;
  note: string;
}[] = [
  {
    daysAgo: 45,
    at: 10 * 60,
    result: "objection",
    objections: ["OBJ_PREMISES"],
    step: "document",
    note: "Pas de bureau libre avant les travaux du printemps.",
  },
  {
    daysAgo: 38,
    at: 14 * 60,
    result: "later",
    objections: [],
    step: "call",
    note: "Attend l'arrivée d'une consœur avant de décider.",
  },
  { daysAgo: 30, at: 11 * 60, result: "refused", objections: ["OBJ_MORE_PATIENTS"], step: "none", note: "" },
  {
    daysAgo: 24,
    at: 9 * 60 + 30,
    result: "interested",
    objections: ["OBJ_COST"],
    step: "simulation",
    note: "Voudrait comparer mi-temps et temps plein.",
  },
  {
    daysAgo: 17,
    at: 15 * 60,
    result: "absent",
    objections: [],
    step: "visit",
    note: "Remplaçante présente, revenir un mardi matin.",
  },
  {
    daysAgo: 10,
    at: 10 * 60 + 30,
    result: "objection",
    objections: ["OBJ_EMPLOYER", "OBJ_COMPLEXITY"],
    step: "document",
    note: "Demande qui s'occupe de la paie.",
  },
  {
    daysAgo: 5,
    at: 11 * 60,
    result: "interested",
    objections: [],
    step: "call",
    note: "Réunion du cabinet la semaine prochaine.",
  },
];

/** Appointments to come, in working days after today. */
const AHEAD = [
  { days: 1, at: 10 * 60, firmness: "fixed" },
  { days: 2, at: 14 * 60 + 30, firmness: "fixed" },
  { days: 6, at: 11 * 60, firmness: "day" },
] as const;

/** Fills the weeks around today of the people of the demonstration, through the same use cases as anybody's. */
export async function loadFieldWork(services: Services, fundIds: readonly number[]): Promise<void> {
  const delegates = await actAs(services.pool, SYSTEM_ACTOR, async (tx) => {
    for (const fundId of fundIds) await scatterPractices(tx, fundId);
    return demoDelegates(tx);
  });
  const met = new Set<number>(); // two delegates may follow one sector
  for (const delegate of delegates) {
    const account = await atTheDoor(services.pool, (tx) => activeAccount(tx, delegate.id));
    if (account) await workOf(services, actorFrom(account), delegate, met);
  }
}

async function workOf(
  services: Services,
  actor: Actor,
  { town, latitude, longitude }: DemoDelegate,
  met: Set<number>,
): Promise<void> {
  const today = dayOf(services.now());
  const at = <T>(now: Date, work: (ctx: Context) => Promise<T>) =>
    actAs(services.pool, actor, (tx) => work({ actor, tx, now }));
  await at(services.now(), (ctx) => changeSetting(ctx, { base: { label: `CPAM, ${town}`, latitude, longitude } }));
  const ranked = await at(services.now(), (ctx) => doctorsWorthAVisit(ctx.tx, actor.fundIds[0]!, 40));
  const doctors = ranked.filter(({ id }) => !met.has(id)).slice(0, PAST.length + AHEAD.length);
  for (const { id } of doctors) met.add(id);
  const next = doctors.values();
  for (const past of PAST) {
    const doctor = next.next().value;
    if (!doctor) return;
    const day = nextWorkingDay(addDays(today, -past.daysAgo));
    const id = uuidOf(actor, `visit ${past.daysAgo}`);
    const eve = instantAt(addDays(day, -1), 9 * 60, PARIS);
    await at(eve, (ctx) => bookVisit(ctx, { ...bookingAt(id, doctor.id, day, past.at), firmness: "fixed" }));
    await at(instantAt(day, past.at + 40, PARIS), (ctx) =>
      reportVisit(ctx, id, {
        id: uuidOf(actor, `report ${past.daysAgo}`),
        result: past.result,
        objections: [...past.objections] as never[],
        option: past.result === "interested" ? "full" : null,
        nextStep: past.step,
        nextOn: proposedDay(past.result, day, doctor.department ?? doctor.fund_department),
        note: past.note,
        confirmed: [],
        refuses: [],
        heldOn: null,
      }),
    );
  }
  for (const { days, at: minutes, firmness } of AHEAD) {
    const doctor = next.next().value;
    if (!doctor) return;
    const day = workingDayAfter(today, days);
    const id = uuidOf(actor, `ahead ${days}`);
    await at(services.now(), (ctx) => bookVisit(ctx, { ...bookingAt(id, doctor.id, day, minutes), firmness }));
  }
}

function bookingAt(id: string, doctorId: number, day: Day, minutes: number) {
  return { id, doctorId, day, minutes, length: 30, reason: "Rendez-vous pris par téléphone" };
}

function workingDayAfter(today: Day, count: number): Day {
  let day = today;
  for (let left = count; left > 0; left--) day = nextWorkingDay(addDays(day, 1));
  return day;
}

/** The same installation made twice holds the same ids. */
function uuidOf({ id }: Actor, what: string): string {
  const hex = createHash("sha256").update(`${id} ${what}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
