import { hhmm, wallAt } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";
import { politeName } from "~/format/names";
import { french } from "~/format/typography";

interface Other {
  readonly delegate_id: string;
  readonly delegate: string | null;
  readonly doctor_id: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly last_name: string;
  readonly first_name: string;
}

interface Sought {
  readonly actorId: string;
  readonly doctorId: number;
}

/** What stands in the way of a visit, for whoever came second. */
export function overlapSentence(other: Other | undefined, sought: Sought): string {
  if (!other) return "Ce créneau vient d'être pris. Choisissez-en un autre : rien n'a été noté.";
  const doctor = politeName({ lastName: other.last_name, firstName: other.first_name });
  const colleague = other.delegate ?? "une collègue ou un collègue";
  return french(`${sentence(other, sought, doctor, colleague)} Choisissez une autre heure : rien n'a été noté.`);
}

function sentence(other: Other, { actorId, doctorId }: Sought, doctor: string, colleague: string): string {
  const when = `${longDay(wallAt(other.starts_at, other.zone).day)} ${fromTo(other)}`;
  if (other.delegate_id === actorId) return `Vous avez déjà une visite chez le ${doctor} ${when}.`;
  if (other.doctor_id === doctorId) return `Le ${doctor} est déjà pris ${when}, par ${colleague}.`;
  return `La visite est à ${colleague}, qui en a déjà une chez le ${doctor} ${when}.`;
}

function fromTo({ starts_at, ends_at, zone }: Other): string {
  const clock = (instant: Date) => clockTime(hhmm(wallAt(instant, zone).minutes));
  return `de ${clock(starts_at)} à ${clock(ends_at)}`;
}
