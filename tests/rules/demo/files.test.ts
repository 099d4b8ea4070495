import { describe, expect, it } from "vitest";
import { ameliFile } from "~/demo/ameli-file";
import { emailFile } from "~/demo/email-file";
import { luhnSum } from "~/demo/numbers";
import { adultPatients, lastMeasure, patientCountFile } from "~/demo/patient-count-file";
import { RPPS_COLUMNS } from "~/demo/rpps-columns";
import { DEMO_MIX, rppsFile } from "~/demo/rpps-file";
import { cells, FICTION, region } from "./scene";

const rpps = [...rppsFile(region)];
const clean = [...rppsFile(region, { ...DEMO_MIX, damaged: false })];
const column = (name: string) => RPPS_COLUMNS.indexOf(name);

describe("the RPPS file", () => {
  it("begins with the 56 columns of the publisher", () => {
    expect(RPPS_COLUMNS).toHaveLength(56);
    expect(rpps[0]).toMatch(
      /^Type d'identifiant PP\|Identifiant PP\|.*\|Code genre activité\|Libellé genre activité\|\n$/,
    );
  });

  it("is written the same twice", () => {
    expect([...rppsFile(region)]).toEqual(rpps);
  });

  it("ends every line with a separator: 57 pieces, the last one empty", () => {
    expect(clean.filter((line) => line.split("|").length !== 57 || !line.endsWith("|\n"))).toEqual([]);
  });

  it("has right keys on every number, twelve figures in the national form, and one person a number", () => {
    const people = new Map<string, string>();
    for (const line of clean.slice(1)) {
      const [, number, national, , , , , lastName, firstName] = line.split("|");
      expect(national).toBe(`8${number}`);
      if (luhnSum(number!) % 10 !== 0) expect.fail(number);
      const name = people.get(number!);
      if (name) expect(`${lastName} ${firstName}`).toBe(name);
      people.set(number!, `${lastName} ${firstName}`);
    }
  });

  it("mixes in other professions, salaried doctors and replacements", () => {
    const professions = clean.slice(1).map((line) => cells(line, "|")[column("Code profession")]);
    expect(professions.filter((code) => code !== "10").length / professions.length).toBeCloseTo(0.35, 2);
    expect(
      clean.filter((line) => line.includes("|10|Médecin|") && line.includes("|S|Salarié|")).length,
    ).toBeGreaterThan(500);
    expect(clean.filter((line) => line.includes("GENR02")).length).toBeGreaterThan(50);
  });

  it("has communes missing, CEDEX lines and formatted telephones, none of them real", () => {
    const doctors = clean.slice(1).map((line) => cells(line, "|"));
    const phones = doctors
      .flatMap((each) => [each[column("Téléphone (coord. structure)")]!, each[41]!])
      .filter(Boolean);
    expect(doctors.filter((each) => each[35] && !each[36]).length).toBeGreaterThan(100);
    expect(doctors.filter((each) => / CEDEX \d$/.test(each[34]!) && !each[36]).length).toBeGreaterThan(20);
    expect(phones.filter((phone) => phone.includes(" ")).length).toBeGreaterThan(100);
    expect(phones.filter((phone) => !FICTION.test(phone.replaceAll(" ", "")))).toEqual([]);
  });

  it("hides a dozen damaged lines", () => {
    const sound = new Set(clean);
    const damaged = rpps.filter((line) => !sound.has(line));
    expect(damaged).toHaveLength(13);
    expect(damaged.filter((line) => line.split("|").length !== 57)).toHaveLength(2);
  });
});

describe("the Ameli file", () => {
  const lines = [...ameliFile(region)];
  const doctors = lines
    .slice(1)
    .map((line) => cells(line, ";"))
    .filter((each) => each[8] === "1");

  it("begins with a byte order mark and has 24 columns", () => {
    expect(lines[0]).toMatch(/^\uFEFFps_activite_nom;ps_activite_prenom;/);
    expect(lines.filter((line) => line.split(";").length !== 24 || !line.endsWith("\r\n"))).toEqual([]);
  });

  it("bears no identifier and no real telephone", () => {
    expect(lines.filter((line) => /\b\d{11}\b/.test(line))).toEqual([]);
    expect(
      lines
        .slice(1)
        .map((line) => cells(line, ";")[15]!)
        .filter((phone) => phone && !FICTION.test(phone)),
    ).toEqual([]);
  });

  it("calls the second fee sector 3", () => {
    expect(doctors.filter((each) => each[16] === "3").every((each) => each[17] === "Secteur 2")).toBe(true);
    expect(doctors.filter((each) => each[18] === "3").every((each) => each[16] === "3")).toBe(true);
  });

  it("can be told for about 94 % of its doctors, and leaves a few dozen doubts", () => {
    const register = new Map<string, Set<string>>();
    for (const each of clean.slice(1).map((line) => cells(line, "|"))) {
      if (each[9] !== "10") continue;
      for (const place of [each[35]!, each[40]!.replaceAll(" ", "")].filter(Boolean)) {
        const key = `${folded(each[7]!)} ${folded(each[8]!)} ${place}`;
        register.set(key, (register.get(key) ?? new Set()).add(each[1]!));
      }
    }
    const found = doctors.map((each) => {
      const name = `${folded(each[0]!)} ${folded(each[1]!)}`;
      return new Set([...(register.get(`${name} ${each[13]}`) ?? []), ...(register.get(`${name} ${each[15]}`) ?? [])])
        .size;
    });
    const sure = found.filter((count) => count === 1).length / found.length;
    expect(sure).toBeGreaterThan(0.91); // names alike to the letter; a cleverer reader finds some 3 % more
    expect(sure).toBeLessThan(0.96);
    expect(found.filter((count) => count > 1).length).toBeGreaterThanOrEqual(30);
    expect(found.filter((count) => count > 1).length).toBeLessThanOrEqual(60);
  });
});

describe("the fund's own files", () => {
  const counts = [...patientCountFile(region)].slice(1).map((line) => cells(line, ";"));
  const values = (measure: string) => counts.filter((each) => each[1] === measure).map((each) => Number(each[2]));

  it("counts patients for most generalists", () => {
    expect(values("mt_total").length / 3094).toBeCloseTo(0.82, 1);
    expect(values("mt_adulte").length / 3094).toBeCloseTo(0.08, 1);
    expect(values("file_active").length / 5724).toBeCloseTo(0.85, 1);
    expect(counts.filter((each) => each[3] !== "2026-06-30" || !/^SNDS caisse \d{3}$/.test(each[4]!))).toEqual([]);
  });

  it("follows the published percentiles", () => {
    expect([adultPatients(0), adultPatients(0.25), adultPatients(0.5), adultPatients(0.75), adultPatients(1)]).toEqual([
      0, 600, 927, 1300, 3500,
    ]);
    const total = values("mt_total").sort((a, b) => a - b);
    const median = total[Math.floor(total.length / 2)]!;
    expect(median).toBeGreaterThan(950); // 1,045 in the 2021 distribution, children included
    expect(median).toBeLessThan(1150);
  });

  it("measures at the latest half-year a fund can have", () => {
    expect(lastMeasure("2026-11-22")).toBe("2026-06-30");
    expect(lastMeasure("2026-05-02")).toBe("2025-12-31");
    expect(lastMeasure("2026-01-15")).toBe("2025-06-30");
  });

  it("knows an address for seven doctors in ten, none of them outside .example and the secure space", () => {
    const emails = [...emailFile(region)].slice(1).map((line) => cells(line, ";"));
    expect(emails.length / 5724).toBeCloseTo(0.7, 1);
    expect(emails.filter((each) => !/^[a-z0-9.-]+@([a-z0-9-]+\.example|medecin\.mssante\.fr)$/.test(each[1]!))).toEqual(
      [],
    );
    expect(emails.filter((each) => each[3]! > region.today)).toEqual([]);
  });
});

function folded(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}
