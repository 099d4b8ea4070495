import { folded } from "~/doctors/names";
import { shown } from "../wording";

/** Zone d'intervention prioritaire, zone d'action complémentaire, zone de vigilance, hors zonage. */
export type Zone = "ZIP" | "ZAC" | "ZV" | "HZ";
export type ZoneReading = { ok: true; zone: Zone } | { ok: false; why: string };

const BEGINNINGS: readonly (readonly [beginning: string, zone: Zone])[] = [
  ["zip", "ZIP"],
  ["zonedintervention", "ZIP"],
  ["zac", "ZAC"],
  ["zonedaction", "ZAC"],
  ["zv", "ZV"],
  ["zonedevigilance", "ZV"],
  ["hz", "HZ"],
  ["hv", "HZ"],
  ["horsvivier", "HZ"],
  ["horszonage", "HZ"],
];

/** Judged on its first letters, without digits, blanks, accents and case: every region writes its own way. */
export function readZone(text: string): ZoneReading {
  const letters = folded(text).replace(/[^a-z]/g, "");
  if (text.trim() === "") return { ok: false, why: "Zonage absent : à compléter à la main." };
  if (/^(qpv|gq)/.test(letters)) {
    return {
      ok: false,
      why: `Le zonage ${shown(text)} ne vaut que pour un quartier de la commune : l'adresse de chaque médecin décide, à vérifier.`,
    };
  }
  const zone = BEGINNINGS.find(([beginning]) => letters.startsWith(beginning))?.[1];
  return zone ? { ok: true, zone } : { ok: false, why: `Zonage ${shown(text)} inconnu : à vérifier à la main.` };
}
