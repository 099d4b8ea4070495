import type { Day } from "~/calendar/day";
import { french } from "~/format/typography";
import { assess } from "./assess";
import type { DoctorFacts } from "./doctor-facts";
import type { IndividualVersion } from "./rule-version";
import { INDIVIDUAL_VERSIONS } from "./versions";

/**
 * What an earlier text would have held against this doctor and the one of that day no longer asks: « Exercice regroupé :
 * non exigé depuis le 1er mai 2023 ; sous l'avenant 7, exercice seul. » Both texts are judged, none is quoted by heart.
 */
export function liftedSince(facts: DoctorFacts, version: IndividualVersion, day: Day): string[] {
  const earlier = INDIVIDUAL_VERSIONS.filter(({ since }) => since < version.since).reverse();
  return assess(facts, version, day).criteria.flatMap((criterion) => {
    if (criterion.required) return [];
    for (const text of earlier) {
      const then = assess(facts, text, text.since).criteria.find(({ code }) => code === criterion.code);
      if (then?.required && then.verdict === "no")
        return [french(`${criterion.label} : ${criterion.brief} ; sous ${text.name}, ${then.brief}.`)];
    }
    return [];
  });
}
