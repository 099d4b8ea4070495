import type { Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { type Assessment, type Criterion, conclude, failed } from "./assessment";
import { judgeFileActive, judgePatientsMT } from "./criteria/patients";
import {
  judgeCoordinatedPractice,
  judgeGroupPractice,
  judgeMixedPractice,
  judgeReplacement,
} from "./criteria/practice";
import { judgeSector } from "./criteria/sector";
import { isConditional, judgeClinicalShare, judgeSpecialty, judgeTerritoryList } from "./criteria/specialty";
import type { DoctorFacts } from "./doctor-facts";
import type { IndividualVersion, RuleVersion } from "./rule-version";

/** Judges one doctor under one text, as if the contract were signed that day. */
export function assess(facts: DoctorFacts, version: IndividualVersion, day: Day): Assessment {
  const territory = judgeTerritoryList(facts, version);
  const asksListFirst = isConditional(facts, version);
  const criteria = [
    judgeInForce(version, day),
    judgeSpecialty(facts, version),
    asksListFirst ? territory : null,
    judgeReplacement(facts, version),
    judgeSector(facts, version),
    judgeGroupPractice(facts, version),
    judgeCoordinatedPractice(facts, version),
    judgeClinicalShare(facts, version),
    judgePatientsMT(facts, version),
    judgeFileActive(facts, version),
    judgeMixedPractice(facts, version),
    asksListFirst ? null : territory,
  ];
  return conclude(
    version,
    criteria.filter((criterion) => criterion !== null),
  );
}

/** A text judged before its first day refuses everyone, whatever else would be met. */
export function judgeInForce(version: RuleVersion, day: Day): Criterion | null {
  if (day >= version.since) return null;
  const since = dayMonthYear(version.since);
  return failed(
    {
      code: `${version.contractType}_NOT_IN_FORCE`,
      label: "Entrée en vigueur",
      threshold: `une signature à partir du ${since}`,
      rule: { status: "CONFIRMED", sources: version.contractType === "COLLECTIVE" ? ["S30"] : ["S02", "S05"] },
    },
    { value: dayMonthYear(day), brief: `le dispositif n'existe que depuis le ${since}` },
  );
}
