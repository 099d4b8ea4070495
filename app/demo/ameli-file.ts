import { AMELI_FEES, AMELI_HEADER, AMELI_NATURES, AMELI_SCHEMES } from "./ameli-columns";
import { type AmeliIdentity, ameliIdentity } from "./ameli-identity";
import { type Chance, chance, spin, wheel } from "./chance";
import { type Doctor, isGeneralist, type Practice } from "./doctor";
import { aGivenName, aSurname } from "./people";
import { practicePhone } from "./phones";
import type { Region } from "./region";
import { plain, postalTown } from "./spelling";
import { STREET_NAMES, WAYS } from "./streets";

/** Other professions stand in the same file: about two thirds of its lines in reality, a quarter here. */
const OTHERS = wheel(
  [
    { cells: "24;Infirmier;2;Autres PS (chirurgien-dentiste, sage-femme, infirmier, orthoptiste…)", share: 40 },
    {
      cells: "26;Masseur-kinésithérapeute;2;Autres PS (chirurgien-dentiste, sage-femme, infirmier, orthoptiste…)",
      share: 30,
    },
    { cells: "19;Chirurgien-dentiste;5;Dentistes", share: 18 },
    {
      cells: "50;Pharmacien;4;Non conventionnés (pharmacies, fournisseurs de matériel et transporteurs sanitaires…)",
      share: 7,
    },
    { cells: "21;Sage-femme;2;Autres PS (chirurgien-dentiste, sage-femme, infirmier, orthoptiste…)", share: 5 },
  ],
  (profession) => profession.share,
);
const DOCTORS = "1;Médecins généralistes et spécialistes";
const OTHER_EVERY = 3;
const WITHOUT_PHONE = 0.05;
const ZERO_FILLED = 0.25;
const WAY_WHEEL = wheel(WAYS, (way) => way.share);

/** The whole "liste-ps" file, header first: one line a doctor and place, with no identifier of any kind. */
export function* ameliFile(region: Region): Generator<string> {
  yield AMELI_HEADER;
  yield* ameliLinesOf(region);
}

export function* ameliLinesOf(region: Region): Generator<string> {
  const others = new Map(region.departments.map((department) => [department, otherLines(region, department)]));
  let count = 0;
  for (const doctor of region.doctors) {
    for (const line of ameliLines(region, doctor)) {
      yield line;
      if (++count % OTHER_EVERY === 0) yield others.get(doctor.department)!.next().value;
    }
  }
}

function ameliLines(region: Region, doctor: Doctor): string[] {
  const luck = chance(`${region.seed} ameli ${doctor.rpps}`);
  const identity = ameliIdentity(luck, doctor);
  if (!identity) return [];
  const fees = feeCells(luck, doctor);
  const vitale = luck.happens(0.9);
  return doctor.practices.map((place, index) =>
    line({
      person: `${identity.lastName};${identity.firstName};${doctor.civility};${vitale};${luck.happens(0.4)}`,
      company: quoted(place.name),
      trade: `${specialtyCells(luck, doctor)};${DOCTORS}`,
      address: identity.moved ? movedAddress(luck, place) : addressCells(luck, place),
      phone: phoneOf(luck, doctor, place, index, identity),
      fees,
    }),
  );
}

type Cells = { person: string; company: string; trade: string; address: string; phone: string; fees: string };

function line(cells: Cells): string {
  return `${cells.person};${cells.company};${cells.trade};${cells.address};${cells.phone};${cells.fees};;\r\n`;
}

/** Nine generalists in ten are under code 01, the others under 22 and 23 with the same label. */
function specialtyCells(luck: Chance, { specialty }: Doctor): string {
  const { code, label } = specialty.ameli;
  return `${code === "01" && luck.happens(0.11) ? luck.pick(["22", "23"]) : code};${label}`;
}

function feeCells(luck: Chance, doctor: Doctor): string {
  const lifelong = doctor.feeSector === "2" && isGeneralist(doctor) && luck.happens(0.05);
  const nature = luck.happens(0.85) ? "full" : luck.pick(["salaried", "hospital"] as const);
  const scheme = lifelong ? "none" : (doctor.feeScheme ?? "none");
  return `${AMELI_FEES[lifelong ? "lifelong" : doctor.feeSector]};${AMELI_SCHEMES[scheme]};${AMELI_NATURES[nature]}`;
}

/** The directory nearly always has a telephone, even where the register has none. */
function phoneOf(luck: Chance, doctor: Doctor, place: Practice, index: number, identity: AmeliIdentity): string {
  if (identity.moved || luck.happens(WITHOUT_PHONE)) return "";
  return place.phone || practicePhone(doctor.department, Number(doctor.rpps.slice(3, 10)) + index);
}

function addressCells(luck: Chance, place: Practice): string {
  const number = luck.happens(ZERO_FILLED) ? place.number.padStart(4, "0") : place.number;
  const way = `${number}${place.suffix ? ` ${place.suffix}` : ""} ${plain(place.way.label)} ${plain(place.street)}`;
  return `${way};;;${place.postcode};${postalTown(place.town.name)}`;
}

/** The directory still gives an address the register never had. */
function movedAddress(luck: Chance, place: Practice): string {
  const way = `${1 + luck.below(90)} ${plain(spin(luck, WAY_WHEEL).label)} ${plain(luck.pick(STREET_NAMES))}`;
  return `${way};;;${place.postcode};${postalTown(place.town.name)}`;
}

function* otherLines(region: Region, department: string): Generator<string, never> {
  const luck = chance(`${region.seed} directory ${department}`);
  const towns = region.ground.departments.get(department)!;
  for (let index = 0; ; index++) {
    const woman = luck.happens(0.7);
    const town = spin(luck, towns.forGeneralists);
    const firstName = plain(aGivenName(luck, woman ? "woman" : "man", 25 + luck.below(40)));
    yield line({
      person: `${plain(aSurname(luck))};${firstName};${woman ? "MME" : "M"};true;false`,
      company: "",
      trade: spin(luck, OTHERS).cells,
      address: `${1 + luck.below(90)} RUE ${plain(luck.pick(STREET_NAMES))};;;${luck.pick(town.postcodes)};${postalTown(town.name)}`,
      phone: practicePhone(department, index),
      fees: `${AMELI_FEES["1"]};${AMELI_SCHEMES.none};${AMELI_NATURES.full}`,
    });
  }
}

function quoted(cell: string): string {
  return /[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
