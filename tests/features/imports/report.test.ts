import { describe, expect, it } from "vitest";
import type { Context } from "~/access/context";
import { csvLine } from "~/format/csv";
import { split } from "~/imports/cells";
import { problemReport } from "~/imports/problems.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { anOffice, NATIONAL } from "./office";

const database = await testDatabase();
const office = anOffice(database);
const NASTY = "rpps/PS_LibreAcces_Personne_activite_202611210842.nasty.txt";

/** The report as a spreadsheet would read it, page after page. */
async function report(importId: string, actor = NATIONAL): Promise<{ name: string; rows: string[][] }> {
  const { name, pages } = await as(database, actor, (ctx) => problemReport(ctx, importId));
  let text = "";
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const page = await as(database, actor, (ctx: Context) => pages(ctx, from));
    text += page.lines.map(csvLine).join("");
    after = page.next;
  }
  const lines = text.trimEnd().split("\r\n");
  return { name, rows: lines.map((line) => split(line, ";", true)) };
}

describe("the report of what was not taken", () => {
  it("names every rejected line and every remark of the nasty file", async () => {
    const taken = await office.takeSample("rpps", NASTY, { actor: NATIONAL });
    const { name, rows } = await report(taken.id);
    expect(name).toBe("rejets-rpps-2026-11-21.csv");
    const lines = rows.slice(2);
    expect(lines.filter((row) => row[1] === "rejetée")).toHaveLength(taken.rejected);
    const { rows: kept } = await database.pool.query(
      "select line, reason from import_problem where import_id = $1 order by id",
      [taken.id],
    );
    expect(lines.map((row) => [Number(row[0]), row[2]])).toEqual(kept.map((row) => [row.line, row.reason]));
    expect(taken.read).toBe(taken.accepted + taken.rejected + taken.ignored);
  });

  it("lets no spreadsheet compute a cell of it", async () => {
    const evil = ["=HYPERLINK(1)", "+33", "-1+1", "@SUM(A1)", "\t=1", "＝1", '"; =cmd|calc'];
    const content = ["rpps;mesure;valeur;date_mesure;source", ...evil.map((cell) => `${cell};x;x;x;x`), ""].join(
      "\r\n",
    );
    const { id, rejected } = await office.take({ kind: "patientele", content });
    expect(rejected).toBeGreaterThanOrEqual(6);
    const { rows } = await report(id, anActor("manager"));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
  });

  it("is whole, however many pages it takes", async () => {
    const lines = Array.from({ length: 4_500 }, (_, rank) => `rejet ${rank};mt_total;1;2026-01-01;X`);
    const { id, rejected } = await office.take({
      kind: "patientele",
      content: ["rpps;mesure;valeur;date_mesure;source", ...lines].join("\n"),
    });
    expect(rejected).toBe(4_500);
    const { rows } = await report(id, anActor("manager"));
    expect(rows.slice(2).map((row) => Number(row[0]))).toEqual(lines.map((_, rank) => rank + 2));
  });

  it("is not another fund's to read", async () => {
    const { id } = await office.take({
      kind: "patientele",
      content: "rpps;mesure;valeur;date_mesure;source\nx;x;x;x;x\n",
    });
    await expect(report(id, anActor("manager", { fundIds: [ELSEWHERE] }))).rejects.toMatchObject({
      refusal: "not-found",
    });
  });
});
