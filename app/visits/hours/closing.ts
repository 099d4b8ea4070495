import { addDays, addMonths, type Day, daysBetween, isDay } from "~/calendar/day";
import { MONTHS_AHEAD } from "../visit";

/** Longer, the practice has moved or closed for good: that is for the directory to say. */
const MOST_DAYS = 366;

/** What is wrong with the days of a closure, by field; empty when nothing is. */
export function closureFaults(fromOn: string, toOn: string, today: Day): Record<string, string[]> {
  if (!isDay(fromOn)) return { fromOn: ["Choisissez le premier jour de la fermeture."] };
  if (!isDay(toOn)) return { toOn: ["Choisissez le dernier jour de la fermeture."] };
  if (toOn < fromOn) return { toOn: ["Le dernier jour vient avant le premier."] };
  if (toOn < today) return { toOn: ["Cette fermeture est déjà passée."] };
  if (fromOn > addMonths(today, MONTHS_AHEAD))
    return { fromOn: [`Choisissez un jour dans les ${MONTHS_AHEAD} prochains mois.`] };
  if (fromOn < addDays(today, -MOST_DAYS)) return { fromOn: ["Ce jour est trop ancien."] };
  if (daysBetween(fromOn, toOn) >= MOST_DAYS) return { toOn: ["Une fermeture dure au plus un an."] };
  return {};
}
