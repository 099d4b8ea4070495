import type { Day } from "~/calendar/day";
import { number } from "~/format/numbers";
import { type Criterion, doubtful, failed, met } from "./assessment";
import type { GroupFacts } from "./doctor-facts";
import type { CollectiveVersion } from "./rule-version";

export interface EtpCap {
  /** Certain on that day. */
  readonly cap: number;
  /** Reached only if the bonus of the docteurs juniors has started. */
  readonly capWithBonus: number;
  readonly bonusCounts: boolean;
}

/** Full-time equivalents a group may ask for; null while the number of adhering doctors is not known. */
export function etpCap(facts: GroupFacts, version: CollectiveVersion, day: Day): EtpCap | null {
  if (facts.adheringDoctors === null) return null;
  const rule = version.etpCap.value;
  const base = facts.adheringDoctors * rule.perDoctor;
  const bonus = facts.approvedTrainingSite
    ? facts.adheringDoctors * rule.bonusPerDoctorOfTrainingSite
    : (facts.pamsuDoctorsHostingJunior ?? 0) * rule.bonusPerPamsuDoctor;
  const started = day >= rule.bonusFrom.latest;
  const possible = day >= rule.bonusFrom.earliest;
  return {
    cap: started ? base + bonus : base,
    capWithBonus: possible ? base + bonus : base,
    bonusCounts: started && bonus > 0,
  };
}

export function judgeEtpCap(facts: GroupFacts, version: CollectiveVersion, day: Day): Criterion {
  const reach = etpCap(facts, version, day);
  const about = {
    code: "ETP_CAP",
    label: "Temps plein demandé",
    threshold: reach === null ? "un ETP au plus par médecin adhérent" : `au plus ${number(reach.cap, 1)} ETP`,
    rule: version.etpCap,
  };
  const asked = facts.etpRequested;
  const value = asked === null ? null : `${number(asked, 2)} ETP`;
  if (reach === null || asked === null)
    return doubtful(about, {
      value,
      brief: asked === null ? "le nombre d'ETP demandés n'est pas connu" : "le nombre d'adhérents n'est pas connu",
      unresolved: "ETP_CAP_MISSING_DATA",
      question: "Combien d'ETP demandez-vous, et pour combien de médecins adhérents ?",
      askTo: "doctor",
    });
  if (asked <= reach.cap) return met(about, { value, brief: `${value} pour un plafond de ${number(reach.cap, 1)}` });
  if (asked <= reach.capWithBonus)
    return doubtful(about, {
      value,
      brief: "le jour où commence la majoration des docteurs juniors n'est pas connu",
      unresolved: "ETP_CAP_BONUS_START_UNKNOWN",
      question: "La majoration des docteurs juniors est-elle déjà applicable ?",
      askTo: "fund",
    });
  return failed(about, { value, brief: `${value} demandés pour un plafond de ${number(reach.cap, 1)}` });
}
