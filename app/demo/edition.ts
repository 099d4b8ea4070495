import { chance, spin } from "./chance";
import type { Doctor } from "./doctor";
import { populationOf } from "./ground";
import { rppsNumber } from "./numbers";
import { aSurname } from "./people";
import { practiceOpener } from "./practices";
import type { Region } from "./region";

/** Shares of the doctors, in all 2 %: moved, another telephone, gone, another name; as many arrive as leave. */
const MOVED = 0.006;
const OTHER_PHONE = 0.004;
const GONE = 0.005;
const OTHER_NAME = 0.001;
const ARRIVED = 0.004;
/** Far from the practices that were there, to share no number with them. */
const FIRST_PRACTICE = 100_000;

/** The same region some weeks later: whoever did not change is written exactly as before. */
export function laterEdition(region: Region): Region {
  return { ...region, doctors: region.departments.flatMap((department) => laterDoctors(region, department)) };
}

function laterDoctors(region: Region, department: string): Doctor[] {
  const luck = chance(`${region.seed} later ${department}`);
  const towns = region.ground.departments.get(department)!;
  const open = practiceOpener(luck, department, FIRST_PRACTICE);
  const before = region.doctors.filter((doctor) => doctor.department === department);
  const anew = (doctor: Doctor) => {
    const town = spin(luck, towns.forGeneralists);
    return open(populationOf(town) > 5000 ? "SA08" : "SA07", town, doctor.lastName);
  };
  const kept = before.flatMap((doctor) => {
    const draw = luck.next();
    const [home, ...others] = doctor.practices;
    if (draw < GONE) return [];
    if (draw < GONE + MOVED) return [{ ...doctor, practices: [anew(doctor), ...others] }];
    if (draw < GONE + MOVED + OTHER_PHONE) {
      return [{ ...doctor, practices: [{ ...home!, phone: anew(doctor).phone }, ...others] }];
    }
    if (draw < GONE + MOVED + OTHER_PHONE + OTHER_NAME)
      return [{ ...doctor, lastName: `${doctor.lastName}-${aSurname(luck)}` }];
    return [doctor];
  });
  const arrivals = before
    .filter(() => luck.happens(ARRIVED))
    .map((model, index) => ({
      ...model,
      rpps: rppsNumber(department, "liberal", before.length + index),
      lastName: aSurname(luck),
      age: 30 + luck.below(8),
      homonym: false,
      practices: [anew(model)],
    }));
  return [...kept, ...arrivals];
}
