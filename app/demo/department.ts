import { type Chance, chance, spin, type Wheel, wheel } from "./chance";
import type { Doctor, Practice } from "./doctor";
import { type Ground, kilometres, populationOf, type Town } from "./ground";
import { rppsNumber } from "./numbers";
import { aPerson, aSkill, fees } from "./people";
import { type PracticeOpener, practiceOpener } from "./practices";
import { type Seats, seats } from "./seats";
import { CAPACITIES, GENERAL_PRACTICE, SPECIALTIES, type Specialty } from "./specialties";
import { VOLUMES } from "./volumes";

type DepartmentPlan = {
  ground: Ground;
  seed: string;
  department: string;
  /** Where a second practice across the border may be. */
  reach: readonly string[];
  /** 1 is the real number of doctors. */
  scale: number;
};

/** One doctor in twelve practises in several départements (7.9 %), within an hour's drive. */
const ACROSS_BORDER = { generalist: 0.05, specialist: 0.12, kilometres: 60 };
/** Two of the same name, specialty and town now and then: one pair for so many generalists. */
const HOMONYM_EVERY = 115;
const WITH_CAPACITY = 0.09;
const MOST_SITES = 6;

/** Every liberal doctor of a département; the same call always gives the same people. */
export function departmentDoctors(plan: DepartmentPlan): Doctor[] {
  const towns = plan.ground.departments.get(plan.department);
  const volume = VOLUMES.find((each) => each.department === plan.department);
  if (!towns || !volume) return [];
  const luck = chance(`${plan.seed} doctors ${plan.department}`);
  const open = practiceOpener(luck, plan.department);
  const scene = { luck, department: plan.department, places: seats(luck, towns, open), away: acrossBorder(plan, open) };
  const trades = [
    ...Array<Specialty>(Math.round(volume.generalists * plan.scale)).fill(GENERAL_PRACTICE),
    ...specialists(Math.round(volume.specialists * plan.scale)),
  ];
  const doctors: Doctor[] = [];
  for (const [index, specialty] of trades.entries()) {
    const rpps = rppsNumber(plan.department, "liberal", index);
    const twin =
      specialty === GENERAL_PRACTICE && index % HOMONYM_EVERY === 60 ? twinOf(luck, doctors, rpps) : undefined;
    doctors.push(aDoctor(scene, rpps, specialty, twin));
  }
  return doctors;
}

type Scene = {
  luck: Chance;
  department: string;
  places: Seats;
  away: (owner: string, home: Practice) => Practice | undefined;
};

function aDoctor(scene: Scene, rpps: string, specialty: Specialty, twin: Twin | undefined): Doctor {
  const { luck, places } = scene;
  const person = twin?.person ?? aPerson(luck, rpps, specialty);
  const home = twin ? places.alone(twin.town, person.lastName) : places.main(specialty, person.lastName);
  const practices = [home];
  while (practices.length < MOST_SITES && luck.happens(1 - 1 / specialty.sites)) {
    const further = places.further(specialty, person.lastName, practices);
    if (further) practices.push(further);
  }
  const travels = luck.happens(specialty === GENERAL_PRACTICE ? ACROSS_BORDER.generalist : ACROSS_BORDER.specialist);
  const away = travels && !twin ? scene.away(person.lastName, home) : undefined;
  return {
    ...person,
    department: scene.department,
    specialty,
    skill: aSkill(luck, specialty, person.age),
    capacity: specialty === GENERAL_PRACTICE && luck.happens(WITH_CAPACITY) ? luck.pick(CAPACITIES) : null,
    ...fees(luck, specialty),
    practices: away ? [...practices, away] : practices,
    homonym: twin !== undefined,
  };
}

type Twin = { person: Pick<Doctor, "rpps" | "civility" | "lastName" | "firstName" | "age">; town: Town };

/** Takes the name of an earlier generalist of a town with several, and marks both. */
function twinOf(luck: Chance, doctors: Doctor[], rpps: string): Twin | undefined {
  const index = luck.below(doctors.length);
  const model = doctors[index]!;
  const [home, ...others] = model.practices;
  if (model.homonym || others.length > 0 || populationOf(home!.town) < 3000) return undefined;
  doctors[index] = { ...model, homonym: true };
  const { civility, lastName, firstName } = model;
  return { person: { rpps, civility, lastName, firstName, age: 30 + luck.below(40) }, town: home!.town };
}

/** A specialty is drawn once for its exact share; the fractions left over go to the largest. */
function specialists(total: number): Specialty[] {
  const all = SPECIALTIES.reduce((sum, specialty) => sum + specialty.doctors, 0);
  const exact = SPECIALTIES.map((specialty) => ({ specialty, wanted: (specialty.doctors / all) * total }));
  let left = total - exact.reduce((sum, each) => sum + Math.floor(each.wanted), 0);
  const byFraction = exact.toSorted((a, b) => (b.wanted % 1) - (a.wanted % 1));
  const rounded = new Map(byFraction.map((each) => [each.specialty, Math.floor(each.wanted) + (left-- > 0 ? 1 : 0)]));
  return SPECIALTIES.flatMap((specialty) => Array<Specialty>(rounded.get(specialty) ?? 0).fill(specialty));
}

function acrossBorder(plan: DepartmentPlan, open: PracticeOpener): Scene["away"] {
  const luck = chance(`${plan.seed} away ${plan.department}`);
  const towns = plan.reach
    .filter((department) => department !== plan.department)
    .flatMap((department) => plan.ground.departments.get(department)?.sizeable ?? []);
  const around = new Map<string, Wheel<Town>>();
  return (owner, { town: home }) => {
    const near = around.get(home.code) ?? wheel(towns.filter(within(home)), populationOf);
    around.set(home.code, near);
    return near.values.length > 0 ? open("SA07", spin(luck, near), owner) : undefined;
  };
}

function within(home: Town): (town: Town) => boolean {
  return (town) => (kilometres(home, town) ?? Number.POSITIVE_INFINITY) < ACROSS_BORDER.kilometres;
}
