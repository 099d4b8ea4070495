import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";

export interface RehearsalFacts {
  readonly hasAudience: boolean;
  readonly hasLetter: boolean;
  /** What the letter's own checks refuse. */
  readonly letterErrors: readonly string[];
  readonly frameErrors: readonly string[];
  readonly planned: number;
  readonly isArmed: boolean;
  readonly perMinute: number | null;
  /** Minutes of a day in which letters may leave; null: the whole day. */
  readonly windowMinutes: number | null;
  readonly startsAt: Date | null;
  readonly notAfter: Date | null;
  readonly now: Date;
}

export interface Rehearsal {
  /** Each must be put right before anybody may approve. */
  readonly red: readonly string[];
  /** Letters an hour at the pace asked for; null: as fast as the relay takes them. */
  readonly minutesNeeded: number | null;
}

const DAY_MINUTES = 24 * 60;

/** All that would go wrong, said before it does. */
export function rehearse(facts: RehearsalFacts): Rehearsal {
  const minutesNeeded = facts.perMinute === null ? null : Math.ceil(facts.planned / facts.perMinute);
  return { red: redItems(facts, minutesNeeded).map(french), minutesNeeded };
}

function redItems(facts: RehearsalFacts, minutesNeeded: number | null): string[] {
  const red: string[] = [];
  if (!facts.hasAudience) red.push("Choisissez le public : à qui écrivez-vous ?");
  if (!facts.hasLetter) red.push("Choisissez la lettre à envoyer.");
  red.push(...facts.letterErrors.map((error) => `La lettre ne peut pas partir : ${error}`), ...facts.frameErrors);
  if (facts.hasAudience && facts.planned === 0)
    red.push("Personne ne recevrait cette campagne : tout le public est écarté pour les raisons ci-dessous.");
  if (!facts.isArmed)
    red.push("L'envoi de courriels est désarmé sur cette base : une personne de l'administration doit le réarmer.");
  const start = facts.startsAt !== null && facts.startsAt > facts.now ? facts.startsAt : facts.now;
  if (facts.notAfter !== null && facts.notAfter <= start) red.push("La date limite d'envoi tombe avant le départ.");
  else if (facts.notAfter !== null && minutesNeeded !== null && !fits(facts, start, minutesNeeded))
    red.push(
      `À ce rythme, ${countOf(facts.planned, "courriel")} ne partiront pas tous avant la date limite : accélérez le rythme ou repoussez la limite.`,
    );
  return red;
}

/** Whole days of the window are enough of an estimate: what is late is told as it happens. */
function fits({ notAfter, windowMinutes }: RehearsalFacts, start: Date, minutesNeeded: number): boolean {
  const minutes = (notAfter!.getTime() - start.getTime()) / 60_000;
  return minutes * ((windowMinutes ?? DAY_MINUTES) / DAY_MINUTES) >= minutesNeeded;
}
