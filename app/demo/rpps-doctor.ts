import { type Chance, chance } from "./chance";
import type { Doctor, Practice } from "./doctor";
import { populationOf } from "./ground";
import { mobilePhone } from "./phones";
import type { Region } from "./region";
import {
  type Blemishes,
  LIBERAL_CARE,
  personCells,
  placeCells,
  rppsLine,
  SECTORS,
  skillCells,
  titleOf,
} from "./rpps-line";
import { hospital } from "./rpps-noise";

/** 13 % of all doctors mix liberal and salaried work: more than a quarter of the liberal ones. */
const HOSPITAL_POST = 0.3;

/** One line a place and skill; some liberal doctors also have a hospital post. */
export function doctorLines(region: Region, doctor: Doctor): string[] {
  const luck = chance(`${region.seed} rpps ${doctor.rpps}`);
  const accents = luck.happens(0.3);
  const professor = luck.happens(0.01);
  const who = personCells(doctor, titleOf(doctor, professor), accents);
  const skill = skillCells(doctor.skill);
  const lines = doctor.practices.map((place) => {
    const activity = { ...LIBERAL_CARE, sector: SECTORS[place.kind] };
    return rppsLine(who, skill, placeCells(place, activity, blemishes(luck, region, place)));
  });
  if (doctor.capacity) lines.push(lines[0]!.replace(skill, skillCells(doctor.capacity)));
  if (luck.happens(HOSPITAL_POST)) lines.push(rppsLine(who, skill, hospital(region, doctor.department)));
  return lines;
}

function blemishes(luck: Chance, region: Region, place: Practice): Blemishes {
  const merged = region.ground.departments.get(place.town.department)?.merged.get(place.town.code);
  const big = populationOf(place.town) > 40_000 && luck.happens(0.06);
  return {
    noCommune: luck.happens(0.08) || big,
    mergedCommune: merged && luck.happens(0.15) ? merged : undefined,
    cedex: big ? cedex(luck, place) : undefined,
    formattedPhone: luck.happens(0.05),
    secondPhone: luck.happens(0.02) ? mobilePhone(luck.below(10_000)) : "",
  };
}

/** CEDEX postcodes share the beginning of the town's own and match no commune. */
function cedex(luck: Chance, place: Practice): { postcode: string; office: string } {
  const office = 1 + luck.below(4);
  return {
    postcode: `${place.postcode.slice(0, 3)}${place.postcode.length > 4 ? 90 + office : ""}`,
    office: String(office),
  };
}
