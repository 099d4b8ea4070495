import { hhmm, wallAt } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";
import { politeName } from "~/format/names";
import { french } from "~/format/typography";

interface Other {
  readonly delegate_id: string;
  readonly delegate: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly last_name: string;
  readonly first_name: string;
}

/** What stands in the way of a visit, for whoever came second. */
export function overlapSentence(other: Other | undefined, actorId: string): string {
  if (!other) return "Ce créneau vient d'être pris. Choisissez-en un autre : rien n'a été noté.";
  const { day, minutes } = wallAt(other.starts_at, other.zone);
  const until = wallAt(other.ends_at, other.zone).minutes;
  const when = `${longDay(day)} de ${clockTime(hhmm(minutes))} à ${clockTime(hhmm(until))}`;
  const doctor = politeName({ lastName: other.last_name, firstName: other.first_name });
  const sentence =
    other.delegate_id === actorId
      ? `Vous avez déjà une visite chez le ${doctor} ${when}.`
      : `Le ${doctor} est déjà pris ${when}, par ${other.delegate ?? "une collègue ou un collègue"}.`;
  return french(`${sentence} Choisissez une autre heure : rien n'a été noté.`);
}
