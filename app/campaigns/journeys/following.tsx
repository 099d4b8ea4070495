import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Pager } from "~/ui/pager";
import type { JourneyStep, StopRule } from "./journey";
import { JourneyLine } from "./journey-line";
import type { Person } from "./open.server";
import { PeopleTable } from "./people-table";
import type { Tally } from "./stations";

interface FollowingProps {
  journey: { id: string; segment_id: string | null; steps: readonly JourneyStep[]; stops: readonly StopRule[] };
  following: {
    tally: Tally;
    empty: string | null;
    place: string | null;
    people: readonly Person[];
    next: number | null;
    previous: number | null;
  };
  letters: ReadonlyMap<string, string>;
}

/** A journey on its way: the line of steps, then who stands where and what comes next for each. */
export function Following({ journey, following, letters }: FollowingProps) {
  const { tally, empty, place, people, next, previous } = following;
  const at = (way: "apres" | "avant", id: number | null) =>
    id === null ? undefined : `?${place === null ? "" : `place=${place}&`}${way}=${id}`;
  const audience = journey.segment_id === null ? undefined : `/segments/${journey.segment_id}`;
  return (
    <div className="stack stack-loose">
      <JourneyLine steps={journey.steps} stops={journey.stops} letters={letters} tally={tally} place={place} />
      {empty !== null && people.length === 0 ? (
        <EmptyState
          icon="doctors"
          title="Personne en chemin"
          why={empty}
          action={audience && <LinkButton to={audience}>Revoir le public</LinkButton>}
        />
      ) : (
        <>
          {empty !== null && <p className="soft">{empty}</p>}
          <PeopleTable journeyId={journey.id} people={people} steps={journey.steps} place={place} />
          <Pager previous={at("avant", previous)} next={at("apres", next)} />
        </>
      )}
    </div>
  );
}
