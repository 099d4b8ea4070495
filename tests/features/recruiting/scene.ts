import type { Actor } from "~/access/context";
import { entryForm } from "~/recruiting/candidate.form";
import { enterCandidate } from "~/recruiting/candidates.server";
import { as, type TestDatabase } from "../../support/database";

let made = 0;

/** What the form sends about a secretary of Saint-Nazaire who agreed this autumn. */
export function anEntry(given: object = {}) {
  const rank = ++made;
  return {
    firstName: "Nadia",
    lastName: `Ferhat${rank}`,
    profile: "secretary",
    email: `nadia${rank}@candidat.example`,
    phone: "",
    commune: "Saint-Nazaire (44)",
    availableOn: "2026-11-01",
    hours: "either",
    mobilityKm: "20",
    note: "",
    consentOn: "2026-10-01",
    consentBy: "meeting",
    consents: "on",
    ...given,
  };
}

export function aCandidate(database: TestDatabase, who: Actor, given: object = {}): Promise<string> {
  return as(database, who, (ctx) => enterCandidate(ctx, entryForm.parse(anEntry(given))));
}
