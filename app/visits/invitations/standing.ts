import type { Instant } from "~/calendar/day";
import { numericDayAndTime } from "~/format/dates";

interface Told {
  readonly method: "REQUEST" | "CANCEL";
  readonly state: "waiting" | "sending" | "sent" | "dropped";
  readonly dropped_because: "opt-out" | "no-address" | "refused" | "superseded" | "nothing-to-tell" | null;
  readonly recipient: string;
  readonly sent_at: Instant | null;
}

export interface Standing {
  readonly sentence: string;
  /** The doctor does not know what they should: somebody must call. */
  readonly isTrouble: boolean;
  /** One is about to leave. */
  readonly isOnItsWay: boolean;
}

const WHY_NOT: Record<string, string> = {
  "opt-out": "le médecin ne souhaite plus recevoir de courriel",
  "no-address": "son adresse ne peut plus être utilisée",
  refused: "sa messagerie l'a refusé",
};

/** What the doctor knows of the visit by mail; null when nobody ever wrote. */
export function invitationStanding(told: readonly Told[]): Standing | null {
  const last = told.findLast(({ dropped_because }) => dropped_because !== "superseded");
  if (!last) return null;
  const word = last.method === "CANCEL" ? "Annulation" : "Invitation";
  const calm = { isTrouble: false, isOnItsWay: false };
  switch (last.state) {
    case "waiting":
    case "sending":
      return { ...calm, sentence: `${word} en route vers ${last.recipient}.`, isOnItsWay: true };
    case "sent":
      return { ...calm, sentence: `${word} envoyée à ${last.recipient} le ${numericDayAndTime(last.sent_at!)}.` };
    case "dropped":
      if (last.dropped_because === "nothing-to-tell")
        return { ...calm, sentence: "Le médecin n'avait pas reçu l'invitation : rien n'est à annuler." };
      return {
        sentence: `${word} non envoyée : ${WHY_NOT[last.dropped_because ?? ""]}. Prévenez le cabinet autrement.`,
        isTrouble: true,
        isOnItsWay: false,
      };
  }
}
