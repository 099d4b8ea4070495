import { type Chance, spin, wheel } from "./chance";
import type { Practice, PracticeKind } from "./doctor";
import { type DepartmentTowns, populationOf, type Town } from "./ground";
import { finess, siret } from "./numbers";
import { practicePhone } from "./phones";
import { ofTown, plain, slug } from "./spelling";
import { PRACTICE_NAMES, STREET_NAMES, WAYS } from "./streets";

const WAY_WHEEL = wheel(WAYS, (way) => way.share);
const WITH_EMAIL = 0.25;
const WITHOUT_PHONE = 0.2;

/** Opens practices one after the other in a département, each with its own numbers. */
export type PracticeOpener = (kind: PracticeKind, town: Town, owner: string) => Practice;

export function practiceOpener(chance: Chance, department: string, first = 0): PracticeOpener {
  let opened = first;
  return (kind, town, owner) => {
    const index = opened++;
    const legal = identifiers(kind, department, index);
    const name = practiceName(chance, kind, town, owner);
    const named = name !== "" && chance.happens(WITH_EMAIL);
    return {
      kind,
      ...legal,
      name,
      number: String(1 + chance.below(chance.happens(0.7) ? 40 : 180)),
      suffix: chance.happens(0.06) ? "B" : "",
      way: spin(chance, WAY_WHEEL),
      street: chance.pick(STREET_NAMES),
      postcode: chance.pick(town.postcodes),
      town,
      phone: chance.happens(WITHOUT_PHONE) ? "" : practicePhone(department, index),
      email: named ? `accueil@${domainLabel(`${name} ${town.name}`)}.example` : "",
    };
  };
}

export function townFor(chance: Chance, towns: DepartmentTowns, generalist: boolean): Town {
  return spin(chance, generalist ? towns.forGeneralists : towns.forSpecialists);
}

/** Large groups need inhabitants. */
export function sizeIn(town: Town, wished: number): number {
  const people = populationOf(town);
  if (people < 1500) return Math.min(wished, 2);
  return people < 3000 ? Math.min(wished, 3) : wished;
}

/** A label of a domain name has 63 characters at most. */
function domainLabel(text: string): string {
  return slug(slug(text).slice(0, 48));
}

function identifiers(kind: PracticeKind, department: string, index: number) {
  const none = { siret: "", finess: "" };
  if (kind === "SA09") {
    const number = siret(department, index);
    return { ...none, siret: number, structure: `C${number}` };
  }
  if (kind === "SA52") {
    const number = finess(department, index);
    return { ...none, finess: number, structure: `F${number}` };
  }
  return { ...none, structure: `R10100${department.padStart(3, "0")}${String(index).padStart(6, "0")}` };
}

function practiceName(chance: Chance, kind: PracticeKind, town: Town, owner: string): string {
  if (kind === "SA52") return `MSP ${plain(chance.happens(0.5) ? ofTown(town.name) : chance.pick(PRACTICE_NAMES))}`;
  if (kind === "SA09") return `SELARL ${plain(chance.happens(0.5) ? owner : chance.pick(PRACTICE_NAMES))}`;
  if (kind === "SA08") return chance.happens(0.8) ? `CABINET MEDICAL ${plain(chance.pick(PRACTICE_NAMES))}` : "";
  return chance.happens(0.25) ? `CABINET DU DR ${plain(owner)}` : "";
}
