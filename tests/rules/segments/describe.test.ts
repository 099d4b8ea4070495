import fc from "fast-check";
import { expect, it } from "vitest";
import { NARROW, NO_BREAK } from "~/format/typography";
import type { Group, Node } from "~/segments/criteria";
import { describe as sentenceOf } from "~/segments/describe";
import { OBJECTIONS } from "~/segments/objections";
import { OBJECTIONS as HEARD_IN_VISITS } from "~/visits/report/objections";
import { CAMPAIGNS, NAMES, someCriteria } from "./some-criteria";

const all = (...of: Node[]): Group => ({ match: "all", of });
const any = (...of: Node[]): Group => ({ match: "any", of });
const none = (...of: Node[]): Group => ({ match: "none", of });

const gps: Node = { kind: "specialty", is: ["general-practice"] };
const zones: Node = { kind: "zone", is: ["ZIP", "ZAC"] };
const eligible: Node = { kind: "verdict", is: ["yes"] };
const never: Node = { kind: "contact", when: "never" };
const unsigned: Node = { kind: "contract", signed: false };
const refusing: Node = { kind: "opt-out", of: ["email"], noted: true };

const plainly = (group: Group) => sentenceOf(group, NAMES).replaceAll(NO_BREAK, " ").replaceAll(NARROW, " ");

it.each<[Group, string]>([
  [all(), "Tous les médecins."],
  [
    all(
      eligible,
      zones,
      gps,
      { kind: "nearness", side: "either", from: 0, to: 50 },
      { kind: "last-visit", is: ["never-met"] },
    ),
    "Généralistes en ZIP ou ZAC, éligibles, à 50 patients au plus du seuil, jamais rencontrés.",
  ],
  [all(eligible), "Médecins éligibles."],
  [all(eligible, never), "Médecins éligibles, jamais contactés."],
  [all(gps, eligible, never), "Généralistes éligibles, jamais contactés."],
  [
    all({ kind: "specialty", is: ["general-practice", "cardiology", "ent"] }, zones),
    "Généralistes ou spécialistes en cardiologie ou ORL, en ZIP ou ZAC.",
  ],
  [all({ kind: "specialty", is: ["other"] }, eligible), "Médecins d'une autre spécialité éligibles."],
  [
    all({ kind: "zone", is: ["ZIP", "ZV", "HZ", "unknown"] }),
    "Médecins en ZIP, zone de vigilance, hors zonage ou de zone inconnue.",
  ],
  [all({ kind: "nearness", side: "missing", from: 1, to: 50 }), "Médecins à qui il manque de 1 à 50 patients."],
  [all({ kind: "nearness", side: "missing", from: 1, to: 1 }), "Médecins à qui il manque 1 patient."],
  [all({ kind: "nearness", side: "missing", from: 30, to: null }), "Médecins à qui il manque au moins 30 patients."],
  [all({ kind: "nearness", side: "above", from: 0, to: null }), "Médecins au seuil ou au-dessus."],
  [all({ kind: "nearness", side: "above", from: 20, to: null }), "Médecins au-dessus du seuil d'au moins 20 patients."],
  [all({ kind: "nearness", side: "above", from: 0, to: 100 }), "Médecins au-dessus du seuil de 0 à 100 patients."],
  [
    all({ kind: "failing", is: ["SECTOR_OPTAM", "MIN_PATIENTELE_MT"] }),
    "Médecins écartés par le secteur conventionnel ou par la patientèle médecin traitant.",
  ],
  [
    all({ kind: "fee-sector", is: ["1", "2-no-optam", "3"] }),
    "Médecins en secteur 1, secteur 2 sans Optam ou non conventionnés.",
  ],
  [all({ kind: "sector", is: [1, 2] }), "Médecins du secteur de Nantes ou du secteur d'Angers."],
  [all({ kind: "sector", is: [3] }), "Médecins du secteur « Presqu'île »."],
  [all({ kind: "sector", is: [9] }), "Médecins d'un secteur supprimé."],
  [
    all({ kind: "fund", is: [441, 491] }),
    "Médecins de la CPAM de la Loire-Atlantique ou de la CPAM de Maine-et-Loire.",
  ],
  [all({ kind: "practice-size", from: 1, to: 1 }), "Médecins seuls dans leur cabinet."],
  [all({ kind: "practice-size", from: 2, to: 5 }), "Médecins dans un cabinet de 2 à 5 médecins."],
  [all({ kind: "practice-size", from: 3, to: null }), "Médecins dans un cabinet d'au moins 3 médecins."],
  [all({ kind: "priority", from: 1200, to: null }), "Médecins dont la priorité est d'au moins 1 200 points."],
  [
    all({ kind: "stage", is: ["visited", "intends", "none", "lost"] }),
    "Médecins aux étapes « visité » ou « intention », à aucune étape ou perdus.",
  ],
  [all({ kind: "stage", is: ["signed"] }), "Médecins à l'étape « signé »."],
  [all({ kind: "contact", when: "within", days: 30 }), "Médecins contactés depuis 30 jours au plus."],
  [all({ kind: "contact", when: "before", days: 1 }), "Médecins contactés il y a plus de 1 jour."],
  [
    all({ kind: "last-visit", is: ["interested", "later", "never-met"] }),
    "Médecins intéressés ou à revoir à la dernière visite ou jamais rencontrés.",
  ],
  [
    all({ kind: "objection", is: ["OBJ_COST", "OBJ_RECRUIT"] }),
    "Médecins ayant objecté « Reste à charge » ou « Je ne trouverai personne ».",
  ],
  [
    all({ kind: "campaign", received: true, campaignId: CAMPAIGNS[0]!, days: null }),
    "Médecins ayant reçu la campagne « Rentrée ».",
  ],
  [
    all({ kind: "campaign", received: false, campaignId: null, days: 30 }),
    "Médecins sans campagne reçue depuis 30 jours.",
  ],
  [
    all({ kind: "unknown-fact", is: ["optam", "active_count"] }),
    "Médecins dont on ignore l'adhésion à l'Optam ou la file active.",
  ],
  [
    all({ kind: "opt-out", of: ["email", "visit"], noted: false }),
    "Médecins sans opposition aux courriels ni aux visites.",
  ],
  [
    all(gps, none(refusing, { kind: "booked", yes: true })),
    "Généralistes, sauf ceux opposés aux courriels et ceux avec une visite prévue.",
  ],
  [none(refusing), "Tous les médecins, sauf ceux opposés aux courriels."],
  [none(gps, refusing), "Tous les médecins, sauf les généralistes et ceux opposés aux courriels."],
  [
    any(eligible, all(zones, unsigned)),
    "Médecins soit éligibles, soit à la fois en ZIP ou ZAC, et sans contrat signé.",
  ],
  [any(eligible, none(refusing)), "Médecins soit éligibles, soit autres que ceux opposés aux courriels."],
  [all(zones, any(eligible, never)), "Médecins en ZIP ou ZAC, soit éligibles, soit jamais contactés."],
  [any(any(eligible), all(all())), "Médecins éligibles."],
])("%# reads %s", (group, sentence) => {
  expect(plainly(group)).toBe(sentence);
});

it("names objections as the report of a visit does", () => {
  expect(Object.entries(OBJECTIONS)).toEqual(Object.entries(HEARD_IN_VISITS).map(([code, { label }]) => [code, label]));
});

it("makes one sentence of any criteria: a capital, one full stop, no gap and no hole", () => {
  fc.assert(
    fc.property(someCriteria, (group) => {
      const text = sentenceOf(group, NAMES);
      expect(text).toMatch(/^\p{Lu}.*[^\s,]\.$/u);
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}| ,|,,|\(\)| [:;!?%»]/);
      expect(text).not.toMatch(/\bde [aeiouyé]\p{L}|\bde les\b|\bà le\b|\bde le\b/iu);
    }),
    { numRuns: 500 },
  );
});
