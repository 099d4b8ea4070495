import { describe, expect, it } from "vitest";
import { recognise } from "~/imports/layout";
import { activityKey } from "~/imports/rpps/practice";
import { RPPS, readAll, readSample, sample } from "./sample";

const reference = readSample(`${RPPS}.txt`, "rpps");

describe("the reference file", () => {
  it("gives all its doctors' lines and counts the others", () => {
    expect(reference.counts).toEqual({ read: 37, accepted: 35, rejected: 0, ignored: 2, warned: 0 });
    expect(reference.next.line).toBe(39);
  });

  it("gives every field of a line", () => {
    expect(reference.rows[0]).toEqual({
      line: 2,
      rpps: "99700042379",
      lastName: "FICTIF-LAROCHE",
      firstName: "CAMILLE",
      civility: "MME",
      title: "DR",
      category: "C",
      skillType: "S",
      skillCode: "SM54",
      skillLabel: "Médecine Générale",
      mode: "L",
      activitySector: "SA08",
      activitySectorLabel: "Cabinet de groupe",
      role: null,
      genre: "GENR01",
      siret: null,
      finess: null,
      structureId: "R10100999000001",
      structureName: "CABINET MEDICAL DE LA FICTION",
      addressLine: "12 Rue DE LA FICTION",
      addressExtra: null,
      postcode: "44000",
      communeCode: "44109",
      town: "Nantes",
      phone: "0261910001",
      phone2: null,
      email: "accueil@cabinet-fiction.example",
      practiceKey: "12 rue de la fiction|44000",
    });
  });

  it("keeps every mode, Corsican communes, arrondissements and places abroad", () => {
    const by = (line: number) => reference.rows.find((row) => row.line === line);
    expect(new Set(reference.rows.map((row) => row.mode))).toEqual(new Set(["L", "S", "B"]));
    expect(by(10)).toMatchObject({ communeCode: "2A004", postcode: "20000" });
    expect(by(5)).toMatchObject({ communeCode: "69387" });
    expect(by(8)).toMatchObject({ postcode: "75651", communeCode: "75113", finess: "759900335" });
    expect(by(19)).toMatchObject({ postcode: null, communeCode: null, phone: "+441632960000" });
    expect(by(17)).toMatchObject({ addressLine: null, postcode: null, practiceKey: null, genre: "GENR02" });
    expect(by(38)).toMatchObject({ lastName: "ŒUVRARD-FICTIF", firstName: "ZOÉ" });
  });

  it("gives one activity to a doctor with two skills at one site, and two to one with two sites", () => {
    const activities = (rpps: string) =>
      new Set(reference.rows.filter((row) => row.rpps === rpps).map(activityKey)).size;
    expect(activities("99700043112")).toBe(1);
    expect(activities("99700042742")).toBe(2);
    expect(activities("99700043484")).toBe(2);
  });
});

describe("the other professions", () => {
  it("are told the same on their bytes and on their letters", () => {
    const text = sample(`${RPPS}.txt`).toString("utf8");
    for (const code of [" 60", "60 ", "21", "96"]) {
      const batch = readAll(Buffer.from(text.replace("|60|", `|${code}|`)), "rpps");
      expect(batch.counts).toEqual(reference.counts);
    }
    expect(readAll(Buffer.from(text.replace("|60|", "||")), "rpps").rejects).toMatchObject([
      { line: 22, reason: "Profession absente." },
    ]);
    expect(readAll(Buffer.from(text.replace("|60|", "|11|")), "rpps").counts).toMatchObject({ ignored: 2, warned: 1 });
  });
});

describe("the same file otherwise written", () => {
  const people = (rows: typeof reference.rows) => rows.map(({ line, ...row }) => row);

  it.each(["bom-crlf", "cp1252"])("%s gives the same rows", (edition) => {
    expect(readSample(`${RPPS}.${edition}.txt`, "rpps").rows).toEqual(reference.rows);
  });

  it("latin1 gives the same rows, but for the ligature it cannot write", () => {
    const { rows } = readSample(`${RPPS}.latin1.txt`, "rpps");
    expect(rows.slice(0, -1)).toEqual(reference.rows.slice(0, -1));
    expect(rows.at(-1)?.lastName).toBe("OEUVRARD-FICTIF");
  });

  it.each(["header-variant", "reordered"])("%s gives the same twenty rows", (edition) => {
    expect(people(readSample(`${RPPS}.${edition}.txt`, "rpps").rows)).toEqual(people(reference.rows.slice(0, 20)));
  });

  it("the 52-column edition has neither role nor genre", () => {
    const { rows } = readSample("rpps/PS_LibreAcces_Personne_activite_202112020908.52cols.txt", "rpps");
    expect(rows).toEqual(reference.rows.slice(0, 20).map((row) => ({ ...row, role: null, genre: null })));
  });

  it("mixed encodings are rescued line by line, with a remark", () => {
    const mixed = readSample(`${RPPS}.mixed-encoding.txt`, "rpps");
    expect(people(mixed.rows)).toEqual(people(reference.rows.slice(0, 12)));
    expect(mixed.warnings.map((warning) => warning.line)).toEqual([2, 4, 6, 8, 10, 12]);
    expect(mixed.counts).toMatchObject({ accepted: 12, rejected: 0, warned: 6 });
  });

  it("re-saved by a spreadsheet with semicolons and quotes, it is still read", () => {
    const quoted = sample(`${RPPS}.txt`)
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) =>
        line
          .split("|")
          .slice(0, 56)
          .map((cell) => (/[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(";"),
      );
    expect(recognise(Buffer.from(quoted.join("\r\n")), "x.csv", "rpps")).toMatchObject({
      ok: true,
      layout: { quotes: true },
    });
    expect(readAll(Buffer.from(quoted.join("\r\n")), "rpps").rows).toEqual(reference.rows);
  });
});
