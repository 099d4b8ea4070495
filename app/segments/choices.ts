import { french } from "~/format/typography";
import { type Criterion, criteriaIn, type Group } from "./criteria";
import type { Names } from "./labels";

interface Choice<Id> {
  readonly id: Id;
  readonly name: string;
}

/** What only the database can offer: the sectors, caisses and campaigns of whoever asks. */
export interface Choices {
  readonly sectors: readonly Choice<number>[];
  readonly funds: readonly Choice<number>[];
  readonly campaigns: readonly Choice<string>[];
}

export function namesOf({ sectors, funds, campaigns }: Choices): Names {
  const named = (choices: readonly Choice<number | string>[]) =>
    Object.fromEntries(choices.map(({ id, name }) => [id, name]));
  return { sectors: named(sectors), funds: named(funds), campaigns: named(campaigns) };
}

/** What is not theirs to ask for, in a sentence with the number that was asked; null when all of it is. */
export function strangerIn(criteria: Group, names: Names): string | null {
  for (const criterion of criteriaIn(criteria)) {
    const why = stranger(criterion, names);
    if (why !== null) return french(why);
  }
  return null;
}

function stranger(criterion: Criterion, { sectors, funds, campaigns }: Names): string | null {
  if (criterion.kind === "sector") {
    const id = criterion.is.find((each) => sectors[each] === undefined);
    return id === undefined ? null : `Le secteur n° ${id} n'existe pas dans votre caisse : retirez-le du segment.`;
  }
  if (criterion.kind === "fund") {
    const id = criterion.is.find((each) => funds[each] === undefined);
    return id === undefined ? null : `La caisse n° ${id} n'est pas la vôtre : retirez-la du segment.`;
  }
  if (criterion.kind === "campaign" && criterion.campaignId !== null && campaigns[criterion.campaignId] === undefined)
    return "Une campagne de ce segment n'existe pas dans votre caisse : choisissez-en une autre.";
  return null;
}
