import { expect, it } from "vitest";
import { EVENT_KINDS } from "~/audit/kinds";
import { sentenceOf } from "~/audit/sentence";

const people = { a1: "Claire Martin" };

it.each([
  [
    "account.created",
    { accountId: "a1", role: "delegate" },
    "a ouvert le compte de Claire Martin\u00a0: Délégué de l'Assurance Maladie",
  ],
  [
    "account.changed",
    { accountId: "a1", changes: ["role", "sectors"] },
    "a changé le rôle et les secteurs de Claire Martin",
  ],
  ["account.disabled", { accountId: "zz" }, "a désactivé le compte de quelqu'un d'une autre caisse"],
  ["doctor.searched", { words: 2, found: 0 }, "a cherché un médecin avec 2\u00a0mots\u00a0: aucune réponse"],
  ["match.decided", { doubtId: 1, doctorId: null }, "a écarté un rapprochement douteux"],
  [
    "import.applied",
    { created: 1, changed: 2, gone: 0 },
    "a appliqué un import\u00a0: 1\u00a0ajout, 2\u00a0changements, 0\u00a0départ",
  ],
  ["something.newer", {}, "something.newer"],
])("%s reads as a sentence", (name, facts, sentence) => {
  expect(sentenceOf(name, facts, people)).toBe(sentence);
});

it("files each event under one kind at most", () => {
  const filed = Object.values(EVENT_KINDS).flatMap(({ names }) => [...names]);
  expect(new Set(filed).size).toBe(filed.length);
});
