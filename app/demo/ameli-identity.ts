import type { Chance } from "./chance";
import type { Doctor } from "./doctor";
import { aGivenName, aSurname } from "./people";
import { capitals, plain } from "./spelling";

/** A doctor's name as the directory has it. */
export type AmeliIdentity = {
  lastName: string;
  firstName: string;
  /** Known under an address and without a telephone: nothing but the name and the town to go by. */
  moved: boolean;
};

/** Shares over the doctors: some 94 % can be told from name, specialty and town or telephone, the rest cannot. */
const ABSENT = 0.012;
const OTHER_NAME = 0.05;
const OTHER_FIRST_NAME = 0.002;
const HALF_OF_A_DOUBLE_NAME = 0.4;
const ADDED_NAME = 0.012;
const SPELT_OTHERWISE = 0.12;

/** Undefined for the few doctors the directory does not know. */
export function ameliIdentity(luck: Chance, doctor: Doctor): AmeliIdentity | undefined {
  const draw = luck.next();
  const spelt = { lastName: plain(doctor.lastName), firstName: plain(doctor.firstName), moved: false };
  if (doctor.homonym) return { ...spelt, moved: true };
  if (draw < ABSENT) return undefined;
  if (draw < ABSENT + OTHER_NAME) return { ...spelt, lastName: plain(aSurname(luck)) };
  if (draw < ABSENT + OTHER_NAME + OTHER_FIRST_NAME) return { ...spelt, firstName: otherFirstName(luck, doctor) };
  return { ...spelt, ...smallDifferences(luck, doctor) };
}

/** What a careful comparison sees through: accents, hyphens, blanks, a married name added or dropped. */
function smallDifferences(luck: Chance, doctor: Doctor): Pick<AmeliIdentity, "lastName" | "firstName"> {
  const { lastName, firstName } = doctor;
  if (/^\S+-\S+$/.test(lastName) && luck.happens(HALF_OF_A_DOUBLE_NAME)) {
    return { lastName: plain(lastName.split("-")[0]!), firstName: plain(firstName) };
  }
  if (doctor.civility === "MME" && luck.happens(ADDED_NAME * 2)) {
    return { lastName: `${plain(lastName)} ${plain(aSurname(luck))}`, firstName: plain(firstName) };
  }
  if (!luck.happens(SPELT_OTHERWISE)) return { lastName: plain(lastName), firstName: plain(firstName) };
  return { lastName: respelt(luck, lastName), firstName: respelt(luck, firstName) };
}

function respelt(luck: Chance, name: string): string {
  switch (luck.below(4)) {
    case 0:
      return plain(name).replaceAll("-", " ");
    case 1:
      return name.toUpperCase();
    case 2:
      return capitals(name).replace(/['’]/g, "");
    default:
      return plain(name).replace(/\b(LE|LA|DE|DU) (?=\S)/g, "$1");
  }
}

function otherFirstName(luck: Chance, doctor: Doctor): string {
  return plain(aGivenName(luck, doctor.civility === "MME" ? "woman" : "man", doctor.age));
}
