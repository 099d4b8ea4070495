import { type Chance, spin, wheel } from "./chance";
import type { FeeScheme, FeeSector, Person } from "./doctor";
import { type Generation, GIVEN_NAMES, type Sex } from "./given-names";
import { GENERAL_PRACTICE, type Skill, type Specialty } from "./specialties";
import { RARE_SURNAMES, SURNAMES } from "./surnames";
import { AGES } from "./volumes";

const GENERALIST_AGES = wheel(AGES, (band) => band.generalists);
const SPECIALIST_AGES = wheel(AGES, (band) => band.specialists);
const RARE = 0.38;
const COMPOUND = 0.04;

export function aPerson(chance: Chance, rpps: string, specialty: Specialty): Person {
  const generalist = specialty === GENERAL_PRACTICE;
  const age = spin(chance, generalist ? GENERALIST_AGES : SPECIALIST_AGES).from + chance.below(5);
  const sex = chance.happens(womenShare(specialty, age)) ? "woman" : "man";
  return {
    rpps,
    civility: sex === "woman" ? "MME" : "M",
    lastName: aSurname(chance),
    firstName: aGivenName(chance, sex, age),
    age,
  };
}

export function aSurname(chance: Chance): string {
  const name = oneSurname(chance);
  if (!chance.happens(COMPOUND) || /[ -]/.test(name)) return name;
  const second = chance.pick(SURNAMES);
  return /[ -]/.test(second) || second === name ? name : `${name}-${second}`;
}

export function aGivenName(chance: Chance, sex: Sex, age: number): string {
  return chance.pick(GIVEN_NAMES[sex][generationOf(age)]);
}

/** General practitioners carry the skill code of their time: SM26 before 1990, SM53 since the 2007 diploma. */
export function aSkill(chance: Chance, specialty: Specialty, age: number): Skill {
  const [first, second, third] = specialty.skills;
  if (specialty !== GENERAL_PRACTICE) return second && chance.happens(0.2) ? second : first!;
  if (age >= 60 && chance.happens(0.5)) return third!;
  return age < 45 && chance.happens(0.6) ? second! : first!;
}

export function fees(chance: Chance, specialty: Specialty): { feeSector: FeeSector; feeScheme: FeeScheme } {
  const [one, controlled, two] = specialty.fees;
  const draw = chance.next() * 100;
  if (draw < one) return { feeSector: "1", feeScheme: null };
  if (draw < one + controlled) return { feeSector: "2", feeScheme: schemeOf(specialty) };
  return draw < one + controlled + two
    ? { feeSector: "2", feeScheme: null }
    : { feeSector: "unregulated", feeScheme: null };
}

function schemeOf(specialty: Specialty): FeeScheme {
  return /Chirurgien|Anesthésiste|Gynécologue/.test(specialty.ameli.label) ? "OPTAM-ACO" : "OPTAM";
}

function oneSurname(chance: Chance): string {
  return chance.pick(chance.happens(RARE) ? RARE_SURNAMES : SURNAMES);
}

/** Younger doctors are more often women: 63 % of the generalists under 40, 28 % of those of 60 and over. */
function womenShare(specialty: Specialty, age: number): number {
  const tilt = age < 40 ? 1.34 : age < 60 ? 1 : 0.6;
  return Math.min(0.9, (specialty.women / 100) * tilt);
}

function generationOf(age: number): Generation {
  if (age < 45) return "young";
  return age < 60 ? "middle" : "senior";
}
