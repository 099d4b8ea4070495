import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { IMPORT_KINDS, type ImportKind } from "~/imports/kinds";
import { recognise } from "~/imports/layout";
import { AMELI, RPPS, sample } from "./sample";

function whyNot(bytes: Buffer, name = "fichier.csv", asked?: ImportKind): string {
  const found = recognise(bytes.subarray(0, 65_536), name, asked);
  return found.ok ? `accepté : ${found.layout.variant}` : found.why;
}

const text = (content: string) => Buffer.from(content, "utf8");

describe("files of ours", () => {
  it.each([
    [`${RPPS}.txt`, "rpps", "personne-activite-56", "utf-8"],
    [`${RPPS}.bom-crlf.txt`, "rpps", "personne-activite-56", "utf-8"],
    [`${RPPS}.latin1.txt`, "rpps", "personne-activite-56", "windows-1252"],
    [`${RPPS}.cp1252.txt`, "rpps", "personne-activite-56", "windows-1252"],
    [`${RPPS}.mixed-encoding.txt`, "rpps", "personne-activite-56", "utf-8"],
    [`${RPPS}.header-variant.txt`, "rpps", "personne-activite-56", "utf-8"],
    [`${RPPS}.reordered.txt`, "rpps", "personne-activite-56", "utf-8"],
    ["rpps/PS_LibreAcces_Personne_activite_202112020908.52cols.txt", "rpps", "personne-activite-52", "utf-8"],
    [`${AMELI}.csv`, "ameli", "liste-ps", "utf-8"],
    [`${AMELI}.quoted-lf.csv`, "ameli", "liste-ps", "utf-8"],
    [`${AMELI}.latin1.csv`, "ameli", "liste-ps", "windows-1252"],
    ["zonage/zonage_en_vigueur_mg_communes.csv", "zonage", "drees-communes", "utf-8"],
    ["zonage/zonage_en_vigueur_mg_tvs.csv", "zonage", "drees-tvs", "utf-8"],
    ["zonage/zonage_mg_cartosante.latin1.csv", "zonage", "cartosante", "windows-1252"],
    ["zonage/qpv_zonage_arrete.csv", "zonage", "arrete-qpv-liste", "utf-8"],
    ["rpps/Extraction_Correspondance_MSSante_202611210813.txt", "emails", "mssante", "utf-8"],
  ])("%s is %s %s in %s", (path, kind, variant, encoding) => {
    const found = recognise(sample(path).subarray(0, 65_536), path);
    expect(found).toMatchObject({ ok: true, layout: { kind, variant, encoding } });
  });

  it("gives a layout that survives the database", () => {
    const found = recognise(sample(`${RPPS}.bom-crlf.txt`), "PS_LibreAcces_Personne_activite_202611210842.txt", "rpps");
    expect(found).toMatchObject({
      ok: true,
      layout: { stampedOn: "2026-11-21", width: 56, trailing: true, firstLine: 2 },
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("reads the 48-column edition, which stops before the activity sector", () => {
    const lines = sample(`${RPPS}.txt`).toString("utf8").split("\n").slice(0, 3);
    const cut = lines.map((line) => `${line.split("|").slice(0, 48).join("|")}|`).join("\n");
    expect(recognise(text(cut), "2018.txt", "rpps")).toMatchObject({
      ok: true,
      layout: { variant: "personne-activite-48" },
    });
  });

  it("passes over blank lines and a spreadsheet's « sep= » before the header", () => {
    const found = recognise(text("sep=,\r\n\r\nrpps,mesure,valeur,date_mesure,source\r\n"), "p.csv", "patientele");
    expect(found).toMatchObject({ ok: true, layout: { separator: ",", firstLine: 4 } });
  });
});

describe("files that are not ours", () => {
  it.each([
    ["rpps/PS_LibreAcces_SavoirFaire_202611210842.txt", /SavoirFaire/],
    ["rpps/PS_LibreAcces_Dipl_AutExerc_202611210842.txt", /Dipl_AutExerc/],
    ["ameli/liste-cds-20261116-043106.csv", /centres de santé/],
    ["zonage/qpv_2024.csv", /quartiers prioritaires, sans leur zonage/],
    ["zonage/tvs_communes.csv", /composition des territoires/],
    [`${RPPS}.html-error.txt`, /page web \(«\s503 Service Unavailable\s»\)/],
    ["finess/etalab-cs1100502-stock-20260512-0339.csv", /FINESS/],
    ["finess/etalab-cs1100502.latin15.csv", /FINESS/],
    ["finess/etalab-cs1100507-stock-20260512-0343.csv", /FINESS/],
    ["finess/t-finess.csv", /FINESS/],
    ["finess/structures-v1.extrait.json", /FINESS\+/],
    ["ban/geocodage_reponse.csv", /géocodage/],
    ["ban/search_reponse.geojson", /géocodage/],
    ["matrices/osrm_table_reponse.json", /temps de trajet/],
    ["matrices/valhalla_requete.json", /temps de trajet/],
    ["matrices/osrm_table_erreur.json", /JSON/],
    ["ics/flux_publie.ics", /agenda/],
    ["mail/plainte_arf.eml", /courriel/],
    ["mail/dsn_5.1.1_adresse_inconnue.eml", /courriel/],
  ])("%s is named, and nothing is taken", (path, what) => {
    for (const asked of [undefined, ...IMPORT_KINDS]) {
      const why = whyNot(sample(path), path, asked);
      expect(why).toMatch(what);
      expect(why).toContain("Rien n'a été importé et les données en place sont inchangées.");
    }
  });

  it.each([
    ["nothing", Buffer.alloc(0), /est vide/],
    ["blanks", text("\ufeff \r\n \n"), /est vide/],
    ["one letter", text("a"), /Il manque les colonnes/],
    ["a ZIP", Buffer.from(zipSync({ "PS.txt": strToU8("x") })), /archive ZIP/],
    ["a GZIP", Buffer.from(gzipSync(strToU8("x"))), /archive GZIP/],
    ["an XLS", Buffer.from("d0cf11e0a1b11ae1", "hex"), /ancien format \(XLS\) ou protégé/],
    ["a PDF", text("%PDF-1.7\n"), /PDF/],
    ["an XML", text('<?xml version="1.0"?><structures/>'), /XML/],
    ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, ...new Array(300).fill(0)]), /n'est pas un fichier texte|UTF-16/],
    ["UTF-16 with a BOM", Buffer.from("\ufeffrpps;mesure", "utf16le"), /UTF-16/],
    ["UTF-16 without", Buffer.from("rpps;mesure;valeur", "utf16le"), /UTF-16/],
    ["old Macintosh line ends", text("rpps;mesure;valeur;date_mesure;source\r99700042379;"), /Macintosh/],
    ["an endless first line", Buffer.alloc(65_536, 120), /démesurée/],
  ])("%s is refused in plain words", (_, bytes, what) => expect(whyNot(bytes, "x.csv", "patientele")).toMatch(what));

  it("says so when nobody chose a kind and nobody knows the header", () => {
    expect(whyNot(text("nom;prenom\n"))).toMatch(/^Ce fichier n'est pas reconnu\./);
  });

  it("names the missing column", () => {
    expect(whyNot(sample(`${RPPS}.missing-column.txt`), "x.txt", "rpps")).toMatch(
      /^Il manque la colonne «\sCode savoir-faire\s»\./,
    );
    expect(whyNot(text("rpps;mesure;valeur\n"), "x.csv", "patientele")).toMatch(/«\sdate_mesure\s» et «\ssource\s»/);
    expect(whyNot(text("nom;prenom\n"), "x.csv", "ameli")).toMatch(/Il manque les colonnes/);
  });

  it("says which file it is when another kind was chosen", () => {
    expect(whyNot(sample(`${AMELI}.csv`), "liste-ps.csv", "rpps")).toMatch(
      /^Vous avez choisi «\sAnnuaire Santé \(RPPS\)\s», mais ce fichier est «\sAnnuaire santé Ameli\s»\./,
    );
    expect(whyNot(sample("zonage/Zonage_medecin_modele_arrete.xlsx"), "z.xlsx", "rpps")).toMatch(/classeur Excel/);
  });

  it("refuses a column that stands twice, and lets foreign names be foreign", () => {
    expect(whyNot(text("rpps;mesure;valeur;date_mesure;source;RPPS\n"), "x.csv", "patientele")).toMatch(/deux fois/);
    const odd = recognise(text("__proto__;constructor;rpps;email;source;date;;\n"), "x.csv", "emails");
    expect(odd).toMatchObject({ ok: true, layout: { columns: { rpps: 2, email: 3, source: 4, notedOn: 5 } } });
  });
});
