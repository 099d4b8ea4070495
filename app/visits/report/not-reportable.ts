import { dayIn } from "~/calendar/zoned";
import { longDay, relativeDay } from "~/format/dates";
import { french } from "~/format/typography";
import type { VisitState } from "../visit";
import { clockAt } from "./moment";
import { RESULT_LABELS, type Result } from "./result";

/** A visit may be a little early; one that has hours to go has not been held. */
const EARLY_MS = 60 * 60_000;

interface Planned {
  readonly state: VisitState;
  readonly starts_at: Date;
  readonly zone: string;
}

/** Why a visit without a report cannot have one now, and what to do instead; null when it can. */
export function notReportable({ state, starts_at, zone }: Planned, now: Date): string | null {
  const instead = "Si vous avez tout de même rencontré ce médecin, notez une rencontre sans rendez-vous.";
  if (state === "cancelled") return french(`Cette visite a été annulée : rien n'a été enregistré. ${instead}`);
  if (state === "proposed")
    return french(`Cette visite n'est qu'une proposition, personne ne l'a acceptée. ${instead}`);
  if (starts_at.getTime() <= now.getTime() + EARLY_MS) return null;
  const day = dayIn(zone, starts_at);
  const today = dayIn(zone, now);
  const when = day === today ? "aujourd'hui" : `le ${longDay(day)}`;
  return french(
    `Cette visite est prévue ${when} à ${clockAt(starts_at, zone)} : son compte rendu se fait quand elle a eu lieu. ${instead}`,
  );
}

interface Standing {
  readonly delegate: string | null;
  readonly recorded_at: Date;
  readonly zone: string;
  readonly result: Result;
}

/** For the second of two phones: who was first, when, and that nothing is lost. */
export function alreadyReported({ delegate, recorded_at, zone, result }: Standing, now: Date): string {
  const when = `${relativeDay(dayIn(zone, recorded_at), dayIn(zone, now))} à ${clockAt(recorded_at, zone)}`;
  const who = delegate ?? "Une collègue ou un collègue";
  return french(
    `${who} a déjà enregistré le compte rendu de cette visite ${when} : ${RESULT_LABELS[result].toLowerCase()}. Votre note n'est pas perdue : ajoutez-la à ce compte rendu.`,
  );
}
