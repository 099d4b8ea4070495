import { expect, it } from "vitest";
import { passwordProblem } from "~/access/password";

const owner = { email: "claire.martin@cpam.example", name: "Claire Martin" };

it.each([
  "cheval bleu dans la cour",
  "aaaa bbbb cccc dddd e",
  "Zoé préfère l'été 🌞 à Nantes",
  "123456789012345", // no rule of composition: length alone
])("%s is accepted", (password) => {
  expect(passwordProblem(password, owner)).toBeNull();
});

it.each([
  ["court 14 lettres".slice(0, 14), /15 caractères/],
  ["é".repeat(14), /15 caractères/],
  ["🌞".repeat(14), /15 caractères/],
  ["a".repeat(129), /128 caractères/],
  ["aaaaaaaaaaaaaaaaaaaa", /deviner/],
  ["claire.martinclaire.martin", /deviner/],
  ["tandemtandemtandem", /deviner/],
  ["motdepassemartin1", /deviner/],
])("%s is refused", (password, why) => {
  expect(passwordProblem(password, owner)).toMatch(why);
});
