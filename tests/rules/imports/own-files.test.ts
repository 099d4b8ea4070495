import { describe, expect, it } from "vitest";
import { onePerMailbox } from "~/imports/emails";
import { readMailbox } from "~/imports/mailboxes";
import { readAll, readSample, reasonsAt } from "./sample";

const counts = (...lines: string[]) =>
  readAll(Buffer.from(["rpps;mesure;valeur;date_mesure;source", ...lines, ""].join("\r\n")), "patientele");

describe("patient counts", () => {
  it("are read with either date, and thousands as people write them", () => {
    const batch = counts(
      "99700042379;mt_adulte;1 234;2026-06-30;Entrepôt",
      '99700042742;MT Total;"1\u202f500";30/06/2026;Entrepôt',
      "99700043112;file_active;0;46203;Entrepôt",
    );
    expect(batch.rejects).toEqual([]);
    expect(batch.rows).toEqual([
      { line: 2, rpps: "99700042379", measure: "mt_adulte", value: 1234, measuredOn: "2026-06-30", source: "Entrepôt" },
      { line: 3, rpps: "99700042742", measure: "mt_total", value: 1500, measuredOn: "2026-06-30", source: "Entrepôt" },
      { line: 4, rpps: "99700043112", measure: "file_active", value: 0, measuredOn: "2026-06-30", source: "Entrepôt" },
    ]);
  });

  it("are read with commas, with columns in another order", () => {
    const bytes = Buffer.from("source,valeur,rpps,mesure,date_mesure\nX,900,99700042379,mt_total,2026-01-31\n");
    expect(readAll(bytes, "patientele").rows[0]).toMatchObject({ value: 900, measuredOn: "2026-01-31" });
  });

  it.each([
    ["9,97E+10;mt_total;900;2026-06-30;X", /notation scientifique/],
    [";mt_total;900;2026-06-30;X", /RPPS absent/],
    ["99700042379;patients;900;2026-06-30;X", /Mesure «\spatients\s» inconnue/],
    ["99700042379;mt_total;-3;2026-06-30;X", /nombre entier de 0 à 20\s?000/],
    ["99700042379;mt_total;1234,5;2026-06-30;X", /nombre entier/],
    ["99700042379;mt_total;1e309;2026-06-30;X", /nombre entier/],
    ["99700042379;mt_total;NaN;2026-06-30;X", /nombre entier/],
    ["99700042379;mt_total;20001;2026-06-30;X", /nombre entier/],
    ["99700042379;mt_total;;2026-06-30;X", /nombre entier/],
    ["99700042379;mt_total;900;31/02/2026;X", /Date «\s31\/02\/2026\s» illisible/],
    ["99700042379;mt_total;900;01/02/03;X", /illisible/],
    ["99700042379;mt_total;900;;X", /illisible/],
    ["99700042379;mt_total;900;2026-06-30;", /Source absente/],
    ["99700042379;mt_total;900", /3\svaleurs au lieu de 5/],
    ["99700042379;mt_total;900;2026-06-30;X;Y", /6\svaleurs au lieu de 5/],
  ])("%s is not taken: %s", (line, reason) => {
    const batch = counts(line);
    expect(batch.rows).toEqual([]);
    expect(reasonsAt(batch.rejects, 2)).toEqual([expect.stringMatching(reason)]);
  });

  it("of a number with a false key are kept, with a remark", () => {
    expect(counts("99700042743;mt_total;900;2026-06-30;X")).toMatchObject({ counts: { accepted: 1, warned: 1 } });
  });
});

describe("e-mail addresses", () => {
  const emails = (...lines: string[]) =>
    readAll(Buffer.from(["rpps;email;source;date", ...lines, ""].join("\n")), "emails");

  it("keep what their source wrote beside what is compared", () => {
    expect(emails("99700042379;Camille@Cabinet.Example;Salon;30/06/2026").rows[0]).toEqual({
      line: 2,
      rpps: "99700042379",
      address: "camille@cabinet.example",
      displayAddress: "Camille@Cabinet.Example",
      kind: "plain",
      source: "Salon",
      notedOn: "2026-06-30",
    });
  });

  it("may lack a date, never a source", () => {
    expect(emails("99700042379;a@b.example;Site").rows[0]?.notedOn).toBeNull();
    expect(emails("99700042379;a@b.example;;").rejects[0]?.reason).toMatch(/Source absente/);
    expect(emails("99700042379;a@b.example;Site;hier").rejects[0]?.reason).toMatch(/Date «\shier\s» illisible/);
  });

  it.each([
    ["fictif.camille@medecin.mssante.fr", "mssante"],
    ["conseil@44.medecin.fr", "order"],
    ["a@b.example", "plain"],
  ])("%s is %s", (address, kind) => expect(readMailbox(address)?.kind).toBe(kind));

  it("are one for capitals, blanks, a last dot and an accented domain", () => {
    for (const twin of [
      "A@École.example",
      "a@ÉCOLE.EXAMPLE.",
      "\u00a0a@xn--cole-9oa.example",
      "a\u200b@école.example",
    ]) {
      expect(readMailbox(twin)?.address).toBe("a@xn--cole-9oa.example");
    }
  });

  it.each([
    "a@b",
    "a@@b.fr",
    "a@b..fr",
    ".a@b.fr",
    `${"x".repeat(65)}@b.fr`,
    `a@${"b.".repeat(160)}fr`,
    '"x@evil.fr"@good.fr',
    "a@good.fr,b@evil.fr",
    "Groupe: a@b.fr, c@d.fr;",
    "a(b)@c.fr",
    "a%0d%0aRCPT TO:<b>@c.fr",
    "é@b.fr",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "@",
    "",
  ])("%j is none", (text) => expect(readMailbox(text)).toBeNull());
});

describe("the MSSanté directory", () => {
  const batch = readSample("rpps/Extraction_Correspondance_MSSante_202611210813.txt", "emails");

  it("gives the doctors' own boxes, dated by the file's name", () => {
    expect(batch.counts).toEqual({ read: 34, accepted: 32, rejected: 1, ignored: 1, warned: 0 });
    expect(batch.rows[0]).toMatchObject({ kind: "mssante", source: "Annuaire MSSanté", notedOn: "2026-11-21" });
    expect(batch.rejects[0]).toMatchObject({ line: 35, reason: "Adresse électronique absente." });
  });

  it("keeps one box per folded address", () => {
    const kept = onePerMailbox(batch.rows);
    expect(kept).toHaveLength(30);
    expect(new Set(kept.map((row) => row.address)).size).toBe(30);
  });
});
