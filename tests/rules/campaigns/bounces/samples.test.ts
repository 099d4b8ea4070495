import { describe, expect, it } from "vitest";
import { isOneClick } from "~/campaigns/bounces/one-click";
import { proofNeeded } from "~/campaigns/bounces/proof";
import { readBounce } from "~/campaigns/bounces/read-bounce";
import { sample } from "./mail";

const PATH = "bounce+c42.r1007.k9f3ab2@retours.caisse.example";
const OURS = "accueil@cabinet-fiction.example";
const once = { hits: 1, overDays: 0 };
const soft = { hits: 3, overDays: 15 };

describe("what comes back", () => {
  it.each([
    ["dsn_2.0.0_remis.eml", "delivered", "accepted", "2.0.0", null],
    ["dsn_4.2.2_boite_pleine_delai.eml", "delayed", "deferred", "4.2.2", soft],
    ["dsn_5.0.0_redirige.eml", "bounce", "hard", "5.0.0", once],
    ["dsn_5.1.1_adresse_inconnue.eml", "bounce", "hard", "5.1.1", once],
    ["dsn_5.2.2_boite_pleine_echec.eml", "bounce", "mailbox-full", "5.2.2", soft],
    ["dsn_5.4.4_domaine_inconnu.eml", "bounce", "hard", "5.4.4", { hits: 2, overDays: 0 }],
    ["dsn_5.7.0_mssante_refus.eml", "bounce", "policy", "5.7.0", null],
    ["dsn_5.7.1_refus_politique.eml", "bounce", "policy", "5.7.1", null],
    ["dsn_6533_utf8.eml", "bounce", "hard", "5.1.1", once],
    ["retour_sans_dsn_francais.eml", "bounce", "hard", null, once],
  ] as const)("%s: %s, %s", async (name, kind, given, status, proof) => {
    const bounce = await readBounce(sample(name));
    expect(bounce).toMatchObject({ kind, class: given, status });
    expect(proofNeeded(given, status)).toEqual(proof);
    expect(bounce.clues.returnPaths).toContain(PATH);
    const told = [...bounce.clues.originalRecipients, ...bounce.clues.finalRecipients];
    const expected: Record<string, string> = {
      "dsn_5.4.4_domaine_inconnu.eml": "dr@domaine-inexistant.example",
      "dsn_5.7.0_mssante_refus.eml": "fictif.camille.laroche@medecin.mssante.fr",
    };
    expect(told).toContain(expected[name] ?? OURS);
    if (name.startsWith("dsn")) expect(bounce.clues.messageIds).toContain("c42.r1007@caisse.example");
  });

  it("a forwarded address is told apart from the one we wrote to", async () => {
    const { clues } = await readBounce(sample("dsn_5.0.0_redirige.eml"));
    expect(clues).toMatchObject({
      originalRecipients: [OURS],
      finalRecipients: ["ancienne.adresse@autre-domaine.example"],
    });
  });

  it("a complaint leads back by its envelope and its letter, even with the recipient masked", async () => {
    const { kind, clues } = await readBounce(sample("plainte_arf.eml"));
    expect([kind, clues]).toMatchObject([
      "complaint",
      { returnPaths: [PATH], originalRecipients: [OURS], messageIds: ["c42.r1007@caisse.example"] },
    ]);
  });

  it("an absence is no bounce", async () => {
    const bounce = await readBounce(sample("absence_automatique.eml"));
    expect(bounce).toMatchObject({ kind: "auto-reply", class: null, reports: [] });
    expect(bounce.clues).toMatchObject({ returnPaths: [PATH], messageIds: ["c42.r1007@caisse.example"] });
  });

  it("one of our own letters, come back whole, says nothing of anybody", async () => {
    expect((await readBounce(sample("envoi_avec_desinscription.eml"))).kind).toBe("unknown");
  });

  it("the same message twice reads the same", async () => {
    const [one, other] = await Promise.all([1, 2].map(() => readBounce(sample("dsn_5.1.1_adresse_inconnue.eml"))));
    expect(one).toEqual(other);
  });

  it("one click is a form of one word, and nothing else", () => {
    const body = sample("desinscription_un_clic.http")
      .toString()
      .split(/\r?\n\r?\n/)[1]!
      .trim();
    expect(isOneClick(new URLSearchParams(body))).toBe(true);
    for (const other of ["", "List-Unsubscribe=", "List-Unsubscribe=one-click", "a=List-Unsubscribe=One-Click"])
      expect(isOneClick(new URLSearchParams(other))).toBe(false);
  });
});
