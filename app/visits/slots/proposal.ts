import type { Day } from "~/calendar/day";
import { hhmm } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";
import { minutes as lasting } from "~/format/durations";
import { type PersonName, politeName } from "~/format/names";
import { french } from "~/format/typography";
import { type Band, bandOf } from "./detour";
import type { DaySlots, Slot } from "./slots";

export interface Proposed {
  readonly day: Day;
  readonly minutes: number;
}

const HOW_MANY = 3;
const BANDS: readonly Band[] = ["near", "small", "large"];

/**
 * Moments on three different days, told in the order of the calendar: little road first, then soon. Mornings and
 * afternoons take turns where that costs no more road, so that there is something to choose.
 */
export function threeSlots(days: readonly DaySlots[]): Proposed[] {
  const chosen = days
    .filter(({ best }) => best !== null)
    .sort((a, b) => rankOf(a.best!) - rankOf(b.best!) || (a.day < b.day ? -1 : 1))
    .slice(0, HOW_MANY)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const proposed: Proposed[] = [];
  for (const { day, slots, best } of chosen) {
    const before = proposed.at(-1);
    const other = before && slots.find((slot) => isOther(slot, before) && rankOf(slot) <= rankOf(best!));
    proposed.push({ day, minutes: (before && !isOther(best!, before) ? other : null)?.minutes ?? best!.minutes });
  }
  return proposed;
}

const rankOf = ({ detour }: Slot) => (detour === null ? 0 : BANDS.indexOf(bandOf(detour)));

const MIDDAY = 13 * 60;
const isOther = (slot: { minutes: number }, before: Proposed) => slot.minutes < MIDDAY !== before.minutes < MIDDAY;

interface Words {
  readonly doctor: PersonName;
  readonly host: string;
  readonly fund: string;
  readonly length: number;
}

/** A text to copy: what for, how long, when, and that any other moment will do. */
export function proposalText(proposed: readonly Proposed[], { doctor, host, fund, length }: Words): string {
  const moments = proposed.map(({ day, minutes }) => `- ${longDay(day)} à ${clockTime(hhmm(minutes))}`);
  return french(
    [
      `Bonjour ${politeName(doctor)},`,
      `Je vous propose de passer à votre cabinet pour vous présenter l'aide à l'embauche d'un assistant médical. Il faut ${lasting(length)}. L'un de ces moments vous conviendrait-il ?`,
      moments.join("\n"),
      "Si vous préférez un autre moment, dites-le-moi simplement. Et si vous ne souhaitez pas de visite, dites-le-moi aussi : je le noterai.",
      `${host}\n${fund}`,
    ].join("\n\n"),
  );
}

/** What opens the person's own mail program, with the text in it. */
export function mailtoOf(text: string, to: string | null): string {
  const subject = french("Visite de l'Assurance Maladie : quel moment vous convient ?");
  const body = text.replaceAll("\n", "\r\n");
  return `mailto:${to === null ? "" : encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
