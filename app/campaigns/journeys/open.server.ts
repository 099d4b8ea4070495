import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { dayOf } from "~/calendar/day";
import { dayIn } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { listName, properCase } from "~/format/names";
import { lettersToChoose } from "~db/queries/campaign-pages";
import { fundSheet } from "~db/queries/funds";
import { type JourneySheet, journeysSeen } from "~db/queries/journeys";
import {
  doctorToTry,
  type PeopleAsk,
  type PersonRow,
  peopleIn,
  placeCounts,
  turnCounts,
} from "~db/queries/journeys-pages";
import { segmentsSeen } from "~db/queries/segment-sql/saved";
import { dueOn } from "./advance";
import { flawsOf } from "./flaws";
import type { PeopleSearch, TrialSearch } from "./journeys.form";
import { barrierToday } from "./letters.server";
import { audienceToday, seenJourney } from "./running.server";
import { tallyOf } from "./stations";
import { whyEmpty } from "./words";

const MOST = 200;
const PAGE = 50;

/** Every journey of the fund and where its people are, newest first. */
export async function browseJourneys(ctx: Context) {
  const journeys = await journeysSeen(ctx.tx, MOST);
  const ids = journeys.map(({ id }) => id);
  const counts = await placeCounts(ctx.tx, ids);
  return {
    journeys: journeys.map((journey) => {
      const places = counts.filter(({ journey_id: id }) => id === journey.id);
      const tally = tallyOf(journey.steps.length, places, []);
      return {
        id: journey.id,
        name: journey.name,
        state: journey.state,
        segment: journey.segment,
        kinds: journey.steps.map(({ kind }) => kind),
        here: tally.stations.map(({ here }) => here),
        active: tally.active,
        empty: emptiness(journey, tally),
      };
    }),
    mayManage: can(ctx.actor, "campaign.manage"),
  };
}

function emptiness(journey: JourneySheet, tally: ReturnType<typeof tallyOf>): string | null {
  return whyEmpty({
    state: journey.state,
    active: tally.active,
    over: tally.finished + tally.stopped + tally.heldOut,
    audience: journey.audience_count,
    emptySince: journey.empty_since === null ? null : dayOf(journey.empty_since),
  });
}

/** A draft to write, or a journey to follow: which one is told by its state. */
export async function openJourney(ctx: Context, id: string | undefined, search: PeopleSearch) {
  const journey = await seenJourney(ctx, id);
  const isPrepared = journey.state === "draft" || journey.state === "submitted";
  const letters = await letterNames(ctx);
  return {
    journey,
    letters,
    today: dayIn(PARIS, ctx.now),
    mayManage: can(ctx.actor, "campaign.manage"),
    mayApprove: can(ctx.actor, "campaign.approve"),
    isOwn: (journey.submitted_by ?? journey.created_by) === ctx.actor.id,
    preparation: isPrepared ? await preparationOf(ctx, journey) : null,
    following: isPrepared ? null : await followingOf(ctx, journey, search),
  };
}

async function letterNames(ctx: Context) {
  const saved = await lettersToChoose(ctx.tx);
  return [...saved.map(({ id, name }) => ({ value: id, label: name })), { value: "demo", label: "L'aide en une page" }];
}

async function preparationOf(ctx: Context, journey: JourneySheet) {
  const audience = await audienceToday(ctx, journey);
  return {
    segments: (await segmentsSeen(ctx.tx, MOST)).map(({ id, name }) => ({ value: id, label: name })),
    doctors: audience?.doctors ?? null,
    needsSecond: audience?.needsSecond ?? false,
    flaws: flawsOf(journey),
  };
}

async function followingOf(ctx: Context, journey: JourneySheet, search: PeopleSearch) {
  const places = await placeCounts(ctx.tx, [journey.id]);
  const tally = tallyOf(journey.steps.length, places, await turnCounts(ctx.tx, journey.id));
  return {
    tally,
    empty: emptiness(journey, tally),
    place: search.place ?? null,
    ...(await peoplePage(ctx, journey, search)),
  };
}

async function peoplePage(ctx: Context, journey: JourneySheet, { place, apres, avant }: PeopleSearch) {
  const from =
    apres !== undefined
      ? ({ id: apres, towards: "next" } as const)
      : avant !== undefined
        ? ({ id: avant, towards: "previous" } as const)
        : null;
  const rows = await peopleIn(ctx.tx, { journeyId: journey.id, ...shownAt(place), from, limit: PAGE + 1 });
  const isBack = from?.towards === "previous";
  const hasMore = rows.length > PAGE;
  const page = isBack && hasMore ? rows.slice(1) : rows.slice(0, PAGE);
  const ends = { first: page[0]?.id ?? null, last: page.at(-1)?.id ?? null };
  return {
    people: page.map((row) => personOf(row, journey)),
    next: isBack || hasMore ? ends.last : null,
    previous: (isBack ? hasMore : from !== null) ? ends.first : null,
  };
}

const ENDS = ["stopped", "finished", "held_out"] as const;

/** A number is a step, and whoever is on the way there; a word is an end. */
export function shownAt(place: PeopleSearch["place"]): Pick<PeopleAsk, "state" | "step"> {
  const end = ENDS.find((each) => each === place);
  if (end !== undefined || place === undefined) return { state: end ?? null, step: null };
  return { state: "active", step: Number(place) };
}

export function personOf(row: PersonRow, { steps }: JourneySheet) {
  const step = steps[row.step];
  const place = { department: row.department, lastOn: row.last_on };
  return {
    id: row.id,
    doctorId: row.doctor_id,
    name: listName({ lastName: row.last_name, firstName: row.first_name }),
    town: properCase(row.town ?? ""),
    state: row.state,
    step: row.step,
    enteredOn: row.entered_on,
    because: row.because,
    overOn: row.over_on,
    begunOn: row.begun_on,
    dueOn: row.state === "active" && row.begun_on === null && step !== undefined ? dueOn(place, step) : null,
  };
}

export type Person = ReturnType<typeof personOf>;

/** All that « Essayer sur un médecin » needs; the rest happens on the page, by the same rule, and is written nowhere. */
export async function openTrial(ctx: Context, id: string | undefined, { medecin, debut }: TrialSearch) {
  const journey = await seenJourney(ctx, id);
  const doctor = medecin === undefined ? undefined : await doctorToTry(ctx.tx, medecin);
  const fund = await fundSheet(ctx.tx, journey.fund_id);
  const hasLetters = journey.steps.some(({ kind }) => kind === "letter");
  return {
    journey: { id: journey.id, name: journey.name, steps: journey.steps, stops: journey.stops },
    letters: await letterNames(ctx),
    doctor: doctor
      ? {
          id: doctor.id,
          name: listName({ lastName: doctor.last_name, firstName: doctor.first_name }),
          town: properCase(doctor.town ?? ""),
          barrier: hasLetters ? await barrierToday(ctx, journey, doctor.id) : null,
        }
      : null,
    department: doctor?.department ?? fund?.department ?? "",
    startsOn: debut ?? dayIn(fund?.zone ?? PARIS, ctx.now),
  };
}
