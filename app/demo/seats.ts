import type { Chance } from "./chance";
import type { Practice, PracticeKind } from "./doctor";
import type { DepartmentTowns, Town } from "./ground";
import { type PracticeOpener, sizeIn, townFor } from "./practices";
import { GENERAL_PRACTICE, type Specialty } from "./specialties";
import { groupShare } from "./volumes";

/** One general practitioner in six works in a maison de santé. */
const HEALTH_HOUSE = 0.17;

export type Seats = {
  /** A place to work: alone, or the next free seat of a group being filled. */
  main(specialty: Specialty, owner: string): Practice;
  alone(town: Town, owner: string): Practice;
  /** One more place in the département: a colleague's practice, or a consultation of one's own in another town. */
  further(specialty: Specialty, owner: string, not: readonly Practice[]): Practice | undefined;
};

export function seats(chance: Chance, towns: DepartmentTowns, open: PracticeOpener): Seats {
  const filling = new Map<string, { practice: Practice; free: number }>();
  const known = new Map<string, Practice[]>();

  const remember = (specialty: Specialty, practice: Practice) => {
    const list = known.get(specialty.ameli.code);
    if (list) list.push(practice);
    else known.set(specialty.ameli.code, [practice]);
    return practice;
  };
  const opened = (specialty: Specialty, kind: PracticeKind, owner: string) =>
    remember(specialty, open(kind, townFor(chance, towns, specialty === GENERAL_PRACTICE), owner));

  return {
    main(specialty, owner) {
      const kind = kindOf(chance, specialty, towns.department);
      if (kind === "SA07") return opened(specialty, kind, owner);
      const key = kind + specialty.ameli.code;
      const group = filling.get(key);
      if (group && group.free > 0) {
        group.free--;
        return group.practice;
      }
      const practice = opened(specialty, kind, owner);
      filling.set(key, { practice, free: sizeIn(practice.town, groupSize(chance, kind)) - 1 });
      return practice;
    },
    alone: (town, owner) => remember(GENERAL_PRACTICE, open("SA07", town, owner)),
    further(specialty, owner, not) {
      const list = known.get(specialty.ameli.code) ?? [];
      const other = chance.happens(0.6) && list.length > 0 ? chance.pick(list) : opened(specialty, "SA07", owner);
      return not.includes(other) ? undefined : other;
    },
  };
}

function kindOf(chance: Chance, specialty: Specialty, department: string): PracticeKind {
  const draw = chance.next();
  if (specialty === GENERAL_PRACTICE) {
    if (draw < HEALTH_HOUSE) return "SA52";
    return draw < groupShare(department) ? "SA08" : "SA07";
  }
  if (draw >= specialty.groups / 100) return "SA07";
  return draw < (specialty.groups / 100) * 0.6 ? "SA09" : "SA08";
}

function groupSize(chance: Chance, kind: PracticeKind): number {
  return kind === "SA52" ? 3 + chance.below(6) : 2 + chance.below(5);
}
