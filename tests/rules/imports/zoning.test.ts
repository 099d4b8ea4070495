import { describe, expect, it } from "vitest";
import { expandTvs, readComposition } from "~/imports/zoning/territories";
import { readZone } from "~/imports/zoning/zone";
import { readAll, readSample, reasonsAt, sample } from "./sample";

describe("the class of a zone", () => {
  it.each([
    ["1 -Zone d'intervention prioritaire", "ZIP"],
    ["2- Zone d'action complémentaire", "ZAC"],
    ["3 - Zone de vigilance", "ZV"],
    ["4 - Hors-vivier", "HZ"],
    ["1_ZIP", "ZIP"],
    ["ZIP ", "ZIP"],
    ["zac", "ZAC"],
    ["5_ZV", "ZV"],
    ["6_HZ", "HZ"],
    ["HV", "HZ"],
    ["Hors vivier", "HZ"],
    ["HORS ZONAGE", "HZ"],
    ["Zone d\u2019intervention prioritaire", "ZIP"],
  ])("%s is %s", (text, zone) => expect(readZone(text)).toEqual({ ok: true, zone }));

  it.each([
    "ZAR",
    "0",
    "Non-spécifié",
    "Erreur TVS-COM",
    "",
    "3_QPV_ZIP",
    "7_GQ_ZAC",
    "01_Sélection nationale",
    "zone",
  ])("%j waits for a person", (text) =>
    expect(readZone(text)).toMatchObject({ ok: false, why: expect.stringMatching(/^(Le zonage|Zonage)/) }),
  );
});

describe("the communes of the DREES tool", () => {
  const batch = readSample("zonage/zonage_en_vigueur_mg_communes.csv", "zonage");

  it("gives each commune its class, its territory and whether its region decides", () => {
    expect(batch.counts).toEqual({ read: 20, accepted: 18, rejected: 2, ignored: 0, warned: 0 });
    expect(batch.rows[0]).toEqual({
      line: 2,
      communeCode: "44109",
      communeName: "Nantes",
      tvsCode: "44109",
      tvsName: "Nantes",
      qpvCode: null,
      zone: "ZIP",
      rawZone: "1 -Zone d'intervention prioritaire",
      decidedOn: null,
      majority: false,
    });
    expect(batch.rows.find((row) => row.communeCode === "2A004")).toMatchObject({ zone: "ZV", majority: true });
  });

  it("keeps for review what has no class", () => {
    expect(reasonsAt(batch.rejects, 20)[0]).toMatch(/«\sNon-spécifié\s» inconnu/);
    expect(reasonsAt(batch.rejects, 21)[0]).toMatch(/«\sErreur TVS-COM\s» inconnu/);
  });
});

describe("a zoning by territory", () => {
  const { rows } = readSample("zonage/zonage_en_vigueur_mg_tvs.csv", "zonage");
  const composition = readComposition(sample("zonage/tvs_communes.csv"));
  const communes = composition.ok ? composition.communes : [];

  it("is dated, and names no commune", () => {
    expect(rows).toHaveLength(18);
    expect(rows[0]).toMatchObject({ communeCode: null, tvsCode: "44109", zone: "ZIP", decidedOn: "2025-05-09" });
  });

  it("is spread over the communes of each territory", () => {
    const spread = expandTvs(rows, communes);
    const of = (code: string) => spread.rows.find((row) => row.communeCode === code);
    expect(communes).toHaveLength(20);
    expect(spread.unknown).toEqual([]);
    expect(spread.rows).toHaveLength(19);
    expect(of("35131")).toMatchObject({
      communeName: "L'Hermitage",
      tvsCode: "35238",
      zone: "HZ",
      decidedOn: "2025-05-09",
    });
    expect(of("04058")).toBeUndefined();
  });

  it("lets the region that holds most of a territory decide", () => {
    const [first] = rows;
    const claims = [
      { ...first!, zone: "ZIP" as const, majority: false },
      { ...first!, zone: "ZAC" as const, majority: true },
    ];
    expect(expandTvs(claims, communes).rows.map((row) => row.zone)).toEqual(["ZAC"]);
    expect(expandTvs(claims.slice(0, 1), communes).rows.map((row) => row.zone)).toEqual(["ZIP"]);
  });

  it("says which territories nobody composed, and leaves communes and districts as they are", () => {
    const named = { ...rows[0]!, communeCode: "44109" };
    const district = { ...rows[0]!, communeCode: "44184", qpvCode: "QN04402M" };
    expect(expandTvs([named, district, { ...rows[1]!, tvsCode: "99999" }], communes)).toEqual({
      rows: [named, district],
      unknown: ["99999"],
    });
  });

  it("knows territories under the spellings of the annexes", () => {
    expect(expandTvs([{ ...rows[0]!, tvsCode: "TVS44109" }], communes).rows[0]?.communeCode).toBe("44109");
    const spoilt = [{ communeCode: "04058", communeName: "Claret", tvsCode: "4070" }];
    expect(expandTvs([{ ...rows[0]!, tvsCode: "04070" }], spoilt).rows[0]?.communeCode).toBe("04058");
  });

  it("refuses another file as composition", () => {
    expect(readComposition(sample("zonage/qpv_2024.csv"))).toMatchObject({
      ok: false,
      why: expect.stringMatching(/depcom/),
    });
  });
});

describe("the CartoSanté export", () => {
  const batch = readSample("zonage/zonage_mg_cartosante.csv", "zonage");

  it("classes communes, and leaves to the address what only a district is classed for", () => {
    expect(batch.counts).toMatchObject({ accepted: 10, rejected: 10 });
    expect(batch.rows.map((row) => row.zone)).toEqual([
      "ZIP",
      "ZAC",
      "ZV",
      "HZ",
      "ZIP",
      "ZAC",
      "ZV",
      "HZ",
      "ZIP",
      "ZAC",
    ]);
    expect(reasonsAt(batch.rejects, 4)[0]).toMatch(/ne vaut que pour un quartier/);
  });

  it("is the same in Windows-1252", () => {
    const latin = readSample("zonage/zonage_mg_cartosante.latin1.csv", "zonage");
    expect(latin.rows).toEqual(batch.rows);
    expect(latin.rejects.map(({ line, reason }) => [line, reason])).toEqual(
      batch.rejects.map(({ line, reason }) => [line, reason]),
    );
  });
});

describe("a zoning a spreadsheet has spoilt", () => {
  it("gets its zeros back, and keeps unknown classes for review", () => {
    const batch = readSample("zonage/zonage_excel_abime.csv", "zonage");
    expect(batch.counts).toEqual({ read: 20, accepted: 16, rejected: 4, ignored: 0, warned: 2 });
    expect(batch.rows.find((row) => row.line === 19)).toMatchObject({ communeCode: "04058", zone: "ZAC" });
    expect(batch.rows.find((row) => row.line === 21)).toMatchObject({ communeCode: "01053", zone: "HZ" });
    expect(batch.rejects.map((problem) => problem.line)).toEqual([8, 9, 16, 17]);
  });
});

describe("districts of an arrêté", () => {
  it("stand in each of their communes", () => {
    const batch = readSample("zonage/qpv_zonage_arrete.csv", "zonage");
    expect(batch.counts).toMatchObject({ accepted: 15, rejected: 5 });
    expect(batch.rows.filter((row) => row.qpvCode === "QN00000M")).toMatchObject([
      { communeCode: "44109", communeName: "Nantes", zone: "ZIP" },
      { communeCode: "44184", communeName: "Saint-Nazaire", zone: "ZIP" },
    ]);
    expect(batch.rejects.every((problem) => /«\sZAR\s» inconnu/.test(problem.reason))).toBe(true);
  });

  it("keep the readable communes of a list, and take the newest year's column", () => {
    const bytes = Buffer.from(
      "Code INSEE;Commune;Code QPV;Zonage 2024;Zonage 2025\n44109, abc;Nantes, ?;QN1;ZAC;ZIP\nabc;?;QN2;ZIP;ZIP\n",
    );
    const batch = readAll(bytes, "zonage");
    expect(batch.rows).toMatchObject([{ communeCode: "44109", qpvCode: "QN1", zone: "ZIP" }]);
    expect(batch.warnings[0]?.reason).toMatch(/«\sabc\s» illisible/);
    expect(batch.rejects[0]).toMatchObject({ line: 3, reason: "Aucun code commune lisible sur la ligne." });
  });
});
