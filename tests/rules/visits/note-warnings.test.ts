import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nirKey, nirsIn } from "~/visits/report/nir";
import { noteWarnings } from "~/visits/report/note-warnings";

const kinds = (note: string, phones: string[] = []) => noteWarnings(note, phones).map(({ kind }) => kind);
const words = (note: string) => noteWarnings(note).flatMap((warning) => warning.words);

const twoDigits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, "0"));
const threeDigits = fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, "0"));
const aPerson = fc
  .tuple(
    fc.constantFrom("1", "2", "7", "8"),
    twoDigits(0, 99),
    fc.oneof(twoDigits(1, 12), fc.constantFrom("20", "42", "50", "99")),
    fc.oneof(twoDigits(1, 99), fc.constantFrom("2A", "2B")),
    threeDigits,
    threeDigits,
  )
  .map((parts) => [...parts, nirKey(parts.join(""))]);

describe("a social security number", () => {
  it("is found with any spacing, wherever it stands", () => {
    fc.assert(
      fc.property(
        aPerson,
        fc.constantFrom("", " ", ".", "-", "\u00a0", "\u202f"),
        fc.constantFrom("n° ", "", "12 ", "voir "),
        (parts, gap, before) => {
          const written = parts.join(gap);
          expect(nirsIn(`${before}${written}, à noter`)).toEqual([written]);
        },
      ),
    );
  });

  it("is not one when its key is wrong", () => {
    fc.assert(
      fc.property(aPerson, fc.integer({ min: 1, max: 96 }), (parts, off) => {
        const key = String(((Number(parts[6]) - 1 + off) % 97) + 1).padStart(2, "0");
        expect(nirsIn([...parts.slice(0, 6), key].join(""))).toEqual([]);
      }),
    );
  });

  it.each([
    ["2 69 05 49 588 157 80", ["2 69 05 49 588 157 80"]],
    ["269054958815780", ["269054958815780"]],
    ["son n° : 1 85 07 2A 004 120 88.", []],
    ["269 054 958 815 780", ["269 054 958 815 780"]],
  ])("%s", (note, expected) => expect(nirsIn(note)).toEqual(expected));

  it("born in Corsica, in small letters too", () => {
    const key = nirKey("185072A004120");
    expect(kinds(`185072a004120${key}`)).toEqual(["nir"]);
  });

  it.each(["SIRET 123 456 789 00012", "RPPS 10101234567", "06 12 34 56 78", "1 204 patients en 2026, 1 318 en 2027"])(
    "is not seen in « %s »",
    (note) => expect(nirsIn(note)).toEqual([]),
  );
});

describe("the health of somebody", () => {
  it.each([
    ["Sa patiente Mme Durand a un cancer du sein.", ["Sa patiente", "Mme Durand", "cancer"]],
    ["A parlé d'un patient diabétique qu'il suit depuis 10 ans", ["un patient", "diabétique"]],
    ["M. Leroy est hospitalisé depuis lundi.", ["M. Leroy", "hospitalisé"]],
    ["Son mari est en chimiothérapie.", ["Son mari", "chimiothérapie"]],
    ["l'assurée souffre d'épilepsie", ["l'assurée", "souffre", "épilepsie"]],
    ["La patiente est SÉROPOSITIVE", ["La patiente", "SÉROPOSITIVE"]],
  ])("%s", (note, expected) => {
    expect(kinds(note)).toEqual(["health"]);
    expect(words(note)).toEqual(expected);
  });

  it.each([
    "Patientèle âgée, beaucoup d'ALD et de diabétiques.",
    "Ses patients diabétiques prennent une heure chacun.",
    "Un patient sur trois est diabétique.",
    "Le patient attend trois semaines pour un rendez-vous.",
    "Le délégué de l'Assurance Maladie passera avec le patient expert.",
    "Absent, en arrêt maladie jusqu'au 12. Un patient m'a ouvert.",
    "Il voit 25 patients par jour ; il craint le traitement administratif du dossier.",
    "Mme Martin, sa secrétaire, partira en retraite en juin.",
    "Un patient m'a ouvert. Le cabinet suit beaucoup de cancers.",
    "Intéressé par le dépistage du cancer.",
    "A reçu un patient à l'heure dite, le Dr Malade est son associé.",
  ])("is not seen in « %s »", (note) => expect(kinds(note)).toEqual([]));
});

describe("an insult", () => {
  it.each([
    ["Un vrai connard.", "connard"],
    ["Sa secrétaire est une IDIOTE", "IDIOTE"],
    ["Quel crétin", "crétin"],
    ["traite les délégués d'imbéciles", "imbéciles"],
    ["un con fini", "con"],
    ["pauvre type", "pauvre type"],
    ["gros porc", "gros porc"],
  ])("%s", (note, word) => {
    expect(kinds(note)).toEqual(["insult"]);
    expect(words(note)).toEqual([word]);
  });

  it.each([
    "Le Dr Crétin reçoit le mardi.",
    "Docteur Connard, cabinet des Tilleuls",
    "Confirme le rendez-vous, content, concis ; contrat conclu.",
    "La Compagnie des eaux, l'idiome local, la paperasse ? Non.",
    "Reste à charge nul la première année.",
  ])("is not seen in « %s »", (note) => expect(kinds(note)).toEqual([]));
});

describe("the phone of somebody else", () => {
  it.each(["06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "06.12.34.56.78"])("is seen in « %s »", (phone) =>
    expect(noteWarnings(`Rappeler sa femme au ${phone}`)).toEqual([{ kind: "phone", words: [phone] }]),
  );

  it("is not the doctor's own", () => expect(kinds("Rappeler au 02 40 82 00 01", ["0240820001"])).toEqual([]));

  it.each(["SIREN 732 829 320", "100 000 000 €", "le 06 11 2026 à 14 h"])("is not seen in « %s »", (note) =>
    expect(kinds(note)).toEqual([]),
  );
});

describe("any note", () => {
  it("is judged without failing, and says words that it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (note) => {
        const text = note.normalize("NFC");
        expect(words(note).every((word) => text.includes(word))).toBe(true);
      }),
    );
  });

  it("of 100 kB takes no time", () => {
    const note = "1 2 3 un patient par jour, le contrat, M. ".repeat(2_500);
    expect(kinds(note)).toEqual([]);
  });
});
