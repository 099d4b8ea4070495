import { type Chance, chance, spin, wheel } from "./chance";
import type { Practice } from "./doctor";
import { finess, rppsNumber } from "./numbers";
import { aGivenName, aPerson, aSurname } from "./people";
import { practiceOpener } from "./practices";
import type { Region } from "./region";
import { CLEAN, nowhereCells, personCells, placeCells, rppsLine, SECTORS, skillCells } from "./rpps-line";
import { GENERAL_PRACTICE, SPECIALTIES } from "./specialties";
import { capitals, ofTown } from "./spelling";

/** Code and label, with the share of the lines that are not doctors', in percent. */
const PROFESSIONS = wheel(
  [
    { head: "60|Infirmier", liberal: 0.2, share: 52 },
    { head: "70|Masseur-Kinésithérapeute", liberal: 0.8, share: 9 },
    { head: "93|Psychologue", liberal: 0.5, share: 8 },
    { head: "21|Pharmacien", liberal: 0.4, share: 7 },
    { head: "40|Chirurgien-Dentiste", liberal: 0.85, share: 5 },
    { head: "28|Opticien-Lunetier", liberal: 0, share: 4 },
    { head: "91|Orthophoniste", liberal: 0.8, share: 3 },
    { head: "50|Sage-Femme", liberal: 0.4, share: 3 },
    { head: "94|Ergothérapeute", liberal: 0.2, share: 2 },
    { head: "80|Pédicure-Podologue", liberal: 0.95, share: 2 },
    { head: "96|Psychomotricien", liberal: 0.4, share: 2 },
    { head: "95|Diététicien", liberal: 0.4, share: 2 },
    { head: "92|Orthoptiste", liberal: 0.7, share: 1 },
  ],
  (profession) => profession.share,
);
const SPECIALTY_WHEEL = wheel([GENERAL_PRACTICE, ...SPECIALTIES], (specialty) => specialty.doctors);
const CARE = "GENR01|Activité standard de soin ou de pharmacien";
const SITES = 240;
/** Beyond any practice of a doctor, so that no one shares a structure with a nurse by accident. */
const FIRST_SITE = 500_000;
const REPLACEMENT = 0.2;
const RETIRED = 0.12;
const SEVERAL_POSTS = 0.8;

/** Endless lines of other professions in a département; a person has one line, sometimes two. */
export function* otherProfessionLines(region: Region, department: string, first = 0): Generator<string, never> {
  const luck = chance(`${region.seed} professions ${department} ${first}`);
  const liberal = sites(luck, region, department, "L|Libéral");
  const salaried = sites(luck, region, department, "S|Salarié");
  for (let index = first; ; index++) {
    const rpps = rppsNumber(department, "otherProfession", index);
    const woman = luck.happens(0.78);
    const profession = spin(luck, PROFESSIONS);
    const name = `${capitals(aSurname(luck))}|${capitals(aGivenName(luck, woman ? "woman" : "man", 25 + luck.below(40)))}`;
    const civility = woman ? "MME|Madame" : "M|Monsieur";
    const who = `8|${rpps}|8${rpps}|||${civility}|${name}|${profession.head}|C|Civil||||`;
    for (let lines = luck.happens(0.3) ? 2 : 1; lines > 0; lines--) {
      yield `${who}|${luck.pick(luck.happens(profession.liberal) ? liberal : salaried)}|\n`;
    }
  }
}

/** Endless doctors who are not settled in liberal practice: salaried, replacing, retired. */
export function* otherDoctorLines(region: Region, department: string): Generator<string[], never> {
  const luck = chance(`${region.seed} salaried ${department}`);
  const posts = Array.from({ length: 6 }, (_, index) => hospital(region, department, index));
  for (let index = 0; ; index++) {
    const specialty = spin(luck, SPECIALTY_WHEEL);
    const who = personCells(
      aPerson(luck, rppsNumber(department, "otherDoctor", index), specialty),
      "DR|Docteur",
      false,
    );
    const skill = skillCells(luck.pick(specialty.skills));
    const draw = luck.next();
    if (draw < REPLACEMENT) yield [rppsLine(who, skill, nowhereCells("L|Libéral", "GENR02|Remplacement"))];
    else if (draw < REPLACEMENT + RETIRED) yield [rppsLine(who, skill, nowhereCells("|", "|"))];
    else {
      const lines = luck.happens(SEVERAL_POSTS) ? 2 : 1;
      yield Array.from({ length: lines }, () => rppsLine(who, skill, luck.pick(posts)));
    }
  }
}

/** Columns 18 to 56 of a post at one of the département's hospitals. */
export function hospital(region: Region, department: string, index = 0): string {
  const towns = region.ground.departments.get(department)!;
  const town = towns.bySize[index % towns.bySize.length]!;
  const number = finess(department, 9_000 + index);
  const place: Practice = {
    kind: "SA08",
    structure: `F${number}`,
    name: `CENTRE HOSPITALIER ${capitals(ofTown(town.name))}`,
    number: "1",
    suffix: "",
    way: { code: "AV", label: "Avenue" },
    street: "de l'Hôpital",
    postcode: town.postcodes[0]!,
    town,
    phone: "",
    email: "",
    siret: "",
    finess: number,
  };
  return placeCells(
    place,
    { mode: "S|Salarié", sector: SECTORS.SA01, genre: CARE, role: "FON-AU|Autre fonction" },
    CLEAN,
  );
}

/** Ready-made ends of lines: the file holds two million of them, of which none is ever read closely. */
function sites(luck: Chance, region: Region, department: string, mode: "L|Libéral" | "S|Salarié"): string[] {
  if (mode === "S|Salarié") {
    return Array.from({ length: SITES / 8 }, (_, index) => atRegistry(hospital(region, department, index)));
  }
  const open = practiceOpener(luck, department, FIRST_SITE);
  return Array.from({ length: SITES }, () => {
    const town = spin(luck, region.ground.departments.get(department)!.forGeneralists);
    const place = open(luck.happens(0.4) ? "SA08" : "SA07", town, aSurname(luck));
    return atRegistry(placeCells(place, { mode, sector: SECTORS[place.kind], genre: CARE, role: "|" }, CLEAN));
  });
}

function atRegistry(cells: string): string {
  return cells.replace("CNOM/CNOM/CNOM", "ARS/ARS/ARS");
}
