import type { Context } from "~/access/context";
import { type Export, STRETCH } from "~/files/export";
import { french } from "~/format/typography";
import { peopleIn, placeCounts } from "~db/queries/journeys-pages";
import type { JourneyStep } from "./journey";
import { type PeopleSearch, peopleSearch } from "./journeys.form";
import { type Person, personOf, shownAt } from "./open.server";
import { nextOf, placeTitle, positionOf } from "./person-words";
import { seenJourney } from "./running.server";

interface Ask {
  readonly journeyId: string | undefined;
  readonly place: PeopleSearch["place"];
}
type Row = Person & { readonly steps: readonly JourneyStep[] };

/** Everybody in one journey, or in one of its places, in the order of entry. */
export const journeyPeopleExport: Export<Ask, Row, number> = {
  permission: "campaign.read",
  title: "Médecins d'un parcours",
  source: "Parcours tenus dans Tandem",
  read: (query) => ({ journeyId: query.parcours, place: peopleSearch.parse(query).place }),
  filters: async (ctx, { journeyId, place }) => [
    ["Parcours", (await seenJourney(ctx, journeyId)).name],
    ...(place === undefined ? [] : [["Position", placeTitle(place)] as const]),
  ],
  count: countOfAsked,
  page: async (ctx, { journeyId, place }, after) => {
    const journey = await seenJourney(ctx, journeyId);
    const from = after === null ? null : ({ id: after, towards: "next" } as const);
    const rows = await peopleIn(ctx.tx, { journeyId: journey.id, ...shownAt(place), from, limit: STRETCH });
    return {
      rows: rows.map((row) => ({ ...personOf(row, journey), steps: journey.steps })),
      next: rows.length === STRETCH ? rows.at(-1)!.id : null,
    };
  },
  columns: [
    { header: "Médecin", kind: "text", value: ({ name }) => name },
    { header: "Commune", kind: "text", value: ({ town }) => town },
    { header: "Position", kind: "text", value: (row) => positionOf(row, row.steps) },
    { header: "Suite", kind: "text", value: (row) => french(nextOf(row)) },
    { header: "Entré le", kind: "day", value: ({ enteredOn }) => enteredOn },
  ],
};

async function countOfAsked(ctx: Context, { journeyId, place }: Ask): Promise<number> {
  const { id } = await seenJourney(ctx, journeyId);
  const wanted = shownAt(place);
  return (await placeCounts(ctx.tx, [id]))
    .filter(({ state, step }) => wanted.state === null || (state === wanted.state && (wanted.step ?? step) === step))
    .reduce((sum, { doctors }) => sum + Number(doctors), 0);
}
