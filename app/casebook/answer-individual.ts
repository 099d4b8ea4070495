import { achievementOf, isObjectiveDue } from "~/aids/achievement";
import { type ObjectiveRequest, objectivesOf } from "~/aids/objectives";
import { optionAvailability } from "~/aids/open-options";
import { isSecondAssistant, type StaffingOption } from "~/aids/options";
import { type Simulation, simulate } from "~/aids/simulate";
import { runningVersion } from "~/contracts/running-version";
import { isAidBlocked } from "~/contracts/secretary";
import { coordinatedPracticeDueOn } from "~/contracts/training";
import { adaptedContract } from "~/eligibility/adapted-contract";
import { assess } from "~/eligibility/assess";
import { countedAs, type DoctorFacts } from "~/eligibility/doctor-facts";
import type { IndividualVersion } from "~/eligibility/rule-version";
import { INDIVIDUAL_VERSIONS, versionOn } from "~/eligibility/versions";
import type { IndividualCase } from "./case";
import { euroAmounts, euroRanges, objectiveEntry, paymentEntries } from "./entries";
import { yearsShown } from "./years-shown";

type Answer = Record<string, unknown>;

/** An eligible doctor's case, with the text of the signature and the facts it reads. */
interface Eligible {
  readonly input: IndividualCase;
  readonly version: IndividualVersion;
  readonly facts: DoctorFacts;
  readonly option: StaffingOption;
  readonly warned: boolean;
}

export function answerIndividual(input: IndividualCase): Answer {
  const version = versionOn(input.signedOn, "INDIVIDUAL") ?? INDIVIDUAL_VERSIONS[0]!;
  const facts = {
    ...input.facts,
    ...countedAs(input.patientsMT, input.patientsMTScope, version.patientsMT.value.scope),
  };
  const { verdict, failing, unresolved, warnings, derogationsUsed } = assess(facts, version, input.signedOn);
  const base = { eligible: verdict, failingCriteria: failing, unresolvedCriteria: unresolved };
  if (verdict !== "yes") return base;

  const adapted = adaptedContract(facts, version);
  const running = input.evaluatedOn && runningVersion(input.signedOn, input.evaluatedOn, input.askedToSwitch);
  const eligible: Answer = {
    ...base,
    ...(derogationsUsed.length > 0 ? { derogationsUsed } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(adapted.needed ? { requiresContractAdaptation: true } : {}),
    ...(adapted.byFund ? { action: "CONTACT_CAISSE" } : {}),
    ...(running ? { applicableVersion: running.id } : {}),
  };
  if (input.option === null) return eligible;
  return {
    ...eligible,
    ...answerOption({ input, version, facts, option: input.option, warned: warnings.length > 0 }),
  };
}

/** A closed option stops there: what it would have paid is not owed. */
function answerOption(eligible: Eligible): Answer {
  const { input, version, facts, option } = eligible;
  const { available, failing, unresolved } = optionAvailability(option, {
    version: version.id,
    zone: facts.zone,
    specialty: facts.specialty,
    isMEP: facts.isMEP,
    currentContract: input.currentContract,
  });
  if (available === "no") return { optionAvailable: false, optionFailing: failing };
  if (available === "unknown") return { optionAvailable: "unknown", optionUnresolved: unresolved };
  if (isSecondAssistant(option)) return { optionAvailable: true, aidEurByContractYearUnknown: true };

  const dueOn = facts.coordinatedPractice === "COMMITTED_2Y" ? coordinatedPracticeDueOn(version, input.signedOn) : null;
  const obligations = dueOn === null ? {} : { obligations: [{ type: "COORDINATED_PRACTICE", dueDate: dueOn }] };
  return { ...obligations, ...answerAid(eligible) };
}

function answerAid(eligible: Eligible): Answer {
  const { input, version } = eligible;
  if (input.contractYear !== null) return answerYear(eligible, input.contractYear);
  if (!input.formerSecretary) return answerAmounts(eligible);
  const blocked = isAidBlocked(version.id, {
    replacedOrOutsourced: input.secretaryReplaced,
    monthsSinceStart: input.monthsSinceStart,
  });
  if (blocked === true) return { aidBlocked: true, blockingReason: "SECRETARY_NOT_REPLACED" };
  return { aidBlocked: blocked, ...(input.facts.percentileBand === null ? {} : answerAmounts(eligible)) };
}

/** One contract year, once its objective is looked at. */
function answerYear(eligible: Eligible, contractYear: number): Answer {
  const { input } = eligible;
  const request = {
    ...objectiveRequest(eligible),
    contractYear,
    achievementRatio: input.achievementRatio,
    observedPatientsMT: input.observedPatientsMT,
  };
  if (!isObjectiveDue(request)) return { ...amountsUpTo(simulationOf(eligible), contractYear), objectiveDue: false };
  const { met, minCents, maxCents, exactCents } = achievementOf(request);
  const euros = (cents: number | null) => (cents === null ? null : cents / 100);
  return {
    objectiveMet: met === "unknown" ? met : met === "yes",
    [`aidEurYear${contractYear}`]: { min: euros(minCents), max: euros(maxCents), exact: euros(exactCents) },
  };
}

function answerAmounts(eligible: Eligible): Answer {
  const { input, version, facts, option, warned } = eligible;
  const simulation = simulationOf(eligible);
  const objectives = input.askedToSwitch ? [] : objectivesOf(objectiveRequest(eligible));
  const owed = objectives.length > 0 ? { objectives: objectives.map((each) => objectiveEntry(each, version.id)) } : {};
  const shown = yearsShown({ input, version, option, simulation, warned });
  const payments = shown.payments ? { payments: paymentEntries(simulation, version.id, input) } : {};
  if (facts.percentileBand === null) return { ...amountsUpTo(simulation, 3), ...payments, ...owed };

  const isMaximum = simulation.ceilingFromYear !== null && !(facts.newlyInstalled === true && version.id !== "AV7");
  return {
    ...amountsUpTo(simulation, shown.years),
    ...(shown.total && simulation.totalMaxCents !== null ? { totalFiveYearsEur: simulation.totalMaxCents / 100 } : {}),
    ...payments,
    ...(isMaximum ? { amountIsMaximumFromYear: simulation.ceilingFromYear } : {}),
    ...owed,
  };
}

/** One figure a year when the band is known, a range over the bands when it is not. */
function amountsUpTo({ years }: Simulation, last: number): Answer {
  const asked = years.filter(({ contractYear }) => contractYear <= last);
  const certain = asked.every(({ minCents, maxCents }) => minCents === maxCents);
  return certain ? { aidEurByContractYear: euroAmounts(asked) } : { aidEurRangeByContractYear: euroRanges(asked) };
}

function simulationOf({ input, facts, option }: Eligible): Simulation {
  return simulate({ signedOn: input.signedOn, option, band: facts.percentileBand });
}

function objectiveRequest({ input, version, facts, option }: Eligible): ObjectiveRequest {
  const isMT = facts.specialty === "MEDECINE_GENERALE";
  return {
    version: version.id,
    signedOn: input.signedOn,
    specialty: facts.specialty,
    option,
    newlyInstalled: facts.newlyInstalled === true,
    ageAtSignature: input.ageAtSignature,
    mt: { band: facts.percentileBand, count: input.patientsMT },
    fileActive: { band: isMT ? input.fileActiveBand : facts.percentileBand, count: facts.fileActive },
  };
}
