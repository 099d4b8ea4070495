import { describe, expect, it } from "vitest";
import { activityKey } from "~/imports/rpps/practice";
import { RPPS, readSample, reasonsAt } from "./sample";

const nasty = readSample(`${RPPS}.nasty.txt`, "rpps");
const row = (line: number) => nasty.rows.find((each) => each.line === line);
const rejected = (line: number) => reasonsAt(nasty.rejects, line);
const warned = (line: number) => reasonsAt(nasty.warnings, line);

describe("the nasty file", () => {
  it("accounts for every line", () => {
    expect(nasty.counts).toEqual({ read: 37, accepted: 27, rejected: 6, ignored: 4, warned: 15 });
    expect(nasty.rejects.map((problem) => problem.line)).toEqual([6, 7, 9, 14, 15, 38]);
  });

  it.each([
    [6, /10 chiffres au lieu de 11/],
    [7, /RPPS absent/],
    [9, /se contredisent \(«\s99700042742\s» et «\s899700043112\s»\)/],
    [14, /40\svaleurs au lieu de 56/],
    [15, /57\svaleurs au lieu de 56/],
    [38, /s'arrête au milieu de la ligne 38/],
  ])("line %d is not taken: %s", (line, reason) => {
    expect(rejected(line)).toEqual([expect.stringMatching(reason)]);
    expect(row(line)).toBeUndefined();
  });

  it.each([
    [5, /clé de contrôle est fausse/],
    [8, /sans son premier chiffre/],
    [10, /Savoir-faire «\sZ SM99\s» inconnu/],
    [11, /Mode d'exercice «\sX\s» inconnu/],
    [12, /Profession «\s999\s» inconnue/],
    [19, /«\s20004\s» lu «\s2A004\s»/],
    [21, /«\s75056\s» sans arrondissement, lu «\s75108\s»/],
    [24, /«\s4400\s» lu «\s44000\s»/],
    [25, /zéro initial/],
    [27, /zéro initial/],
    [28, /Plusieurs adresses/],
    [29, /MSSanté/],
    [32, /Accents/],
    [33, /Formule/],
    [37, /démesurée/],
  ])("line %d is remarked on: %s", (line, reason) => expect(warned(line)[0]).toMatch(reason));

  it("sees that lines 2, 3 and 4 tell one activity, blanks or not", () => {
    expect(new Set([2, 3, 4].map((line) => activityKey(row(line)!))).size).toBe(1);
    expect(row(4)).toEqual({ ...row(2), line: 4 });
    expect([2, 3, 4].flatMap(warned)).toEqual([]);
  });

  it("puts right what can be", () => {
    expect(row(8)?.rpps).toBe("99700042742");
    expect(row(13)).toMatchObject({ skillCode: "SM54", mode: "L" });
    expect(row(16)).toMatchObject({ rpps: "99700043484", genre: "GENR01" });
    expect(row(19)?.communeCode).toBe("2A004");
    expect(row(20)?.communeCode).toBe("2A004");
    expect(row(21)?.communeCode).toBe("75108");
    expect(row(24)?.postcode).toBe("44000");
    expect(row(25)).toMatchObject({ postcode: "01000", communeCode: "01053" });
    expect(row(26)).toMatchObject({
      phone: "0261910001",
      phone2: "0261910001",
      email: "accueil@cabinet-fiction.example",
    });
    expect(row(27)).toMatchObject({ phone: "0261910001", email: null });
    expect(row(28)?.email).toBe("a@cabinet.example");
    expect(row(29)?.email).toBe("fictif.camille.laroche@medecin.mssante.fr");
    expect(row(30)).toMatchObject({ lastName: "FICTIF-LAROCHE", firstName: "CAMILLE" });
    expect(row(31)?.firstName).toBe("ÉLISE");
    expect(row(32)?.structureName).toBe("CABINET MéDICAL");
    expect(row(33)?.structureName).toBe('HYPERLINK("http://exemple.invalid")');
    expect(row(37)?.structureName).toHaveLength(200);
  });

  it("takes quotes as letters", () => {
    expect(row(17)).toMatchObject({ structureName: 'CABINET "LE PHARE"', addressLine: `21 Rue DE L'"ANCRE` });
    expect(row(18)?.structureName).toBe('"CABINET; AVEC ; POINTS-VIRGULES');
  });

  it("leaves empty what the file does not say", () => {
    expect(row(22)).toMatchObject({ communeCode: null, postcode: "05110", town: "CLARET" });
    expect(row(23)).toMatchObject({ communeCode: null, postcode: "75651", town: "PARIS" });
    expect([22, 23].flatMap(warned)).toEqual([]);
  });

  it("passes over lines 34 to 36, which say nothing", () => {
    for (const line of [34, 35, 36]) expect([row(line), ...rejected(line), ...warned(line)]).toEqual([undefined]);
  });

  it("never keeps more of a line than is needed to find it", () => {
    for (const problem of [...nasty.rejects, ...nasty.warnings]) expect(problem.raw.length).toBeLessThanOrEqual(500);
  });
});
