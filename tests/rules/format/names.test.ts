import { expect, it, test } from "vitest";
import { fullName, initials, listName, politeName, properCase } from "~/format/names";

it.each([
  ["LE GOFF", "Le Goff"],
  ["ANNE-MARIE", "Anne-Marie"],
  ["DE LA TOUR", "de La Tour"],
  ["DU BOIS-ROBERT", "du Bois-Robert"],
  ["D'ARTAGNAN", "d'Artagnan"],
  ["L'HERMITE", "L'Hermite"],
  ["LE FLOC'H", "Le Floc'h"],
  ["GUILC'HER", "Guilc'her"],
  ["O'BRIEN", "O'Brien"],
  ["MCDONALD", "McDonald"],
  ["MACRON", "Macron"],
  ["VAN DER BERG", "Van der Berg"],
  ["NGUYEN VAN", "Nguyen Van"],
  ["DU", "Du"],
  ["ÉLÉONORE", "Éléonore"],
  ["de Kersauson", "de Kersauson"],
  ["McKay", "McKay"],
  ["", ""],
])("%s becomes %s", (raw, proper) => expect(properCase(raw)).toBe(proper));

test("one person, three ways of saying the name", () => {
  const person = { lastName: "LE GOFF", firstName: "ANNE-MARIE" };
  expect(listName(person)).toBe("LE GOFF Anne-Marie");
  expect(politeName(person)).toBe("Dr\u00a0Anne-Marie Le Goff");
  expect(politeName(person, "Pr")).toBe("Pr\u00a0Anne-Marie Le Goff");
  expect(initials(person)).toBe("AL");
});

test("a missing first name leaves no stray space", () => {
  expect(listName({ lastName: "Morvan", firstName: "" })).toBe("MORVAN");
  expect(fullName({ lastName: "MORVAN", firstName: "" })).toBe("Morvan");
});
