import { expect, it, test } from "vitest";
import { french, listed, quoted } from "~/format/typography";

it.each([
  ["Attention : voici", "Attention_: voici"],
  ["Pourquoi ? Voilà ; bien", "PourquoiN? VoilàN; bien"],
  ["« oui »", "«_oui_»"],
  ["35 000 médecins", "35N000_médecins"],
  ["38 000 € à 14 h 30", "38N000_€ à 14_h_30"],
  ["12,5 % du seuil", "12,5N% du seuil"],
  ["le Dr Le Goff", "le Dr_Le Goff"],
  ["https://exemple.fr/?a=1", "https://exemple.fr/?a=1"],
  ["02 98 00 12 34", "02 98 00 12 34"],
])("« %s »", (typed, set) => expect(french(typed).replaceAll("\u202f", "N").replaceAll("\u00a0", "_")).toBe(set));

test("setting a text twice changes nothing more", () => {
  const once = french("« 35 000 € » : oui ?");
  expect(french(once)).toBe(once);
});

test("words are listed and quoted", () => {
  expect(listed([])).toBe("");
  expect(listed(["Brest"])).toBe("Brest");
  expect(listed(["Brest", "Quimper", "Morlaix"])).toBe("Brest, Quimper et Morlaix");
  expect(quoted("oui")).toBe("«\u00a0oui\u00a0»");
});
