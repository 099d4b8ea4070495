import { describe, expect, it } from "vitest";
import type { Problem } from "~/imports/batch";
import { LONGEST_LINE } from "~/imports/lines";
import { openReader } from "~/imports/reader";
import { layoutOf, RPPS, readAll, reasonsAt, sample } from "./sample";

const HEADER = "rpps;email;source;date\n";
const GOOD = "99700042379;a@b.example;Site;\n";
const read = (body: string | Buffer) => readAll(Buffer.concat([Buffer.from(HEADER), Buffer.from(body)]), "emails");

describe("an endless line", () => {
  it("is passed over without being kept, in whatever pieces it comes", () => {
    const bytes = Buffer.from(HEADER);
    const reader = openReader(layoutOf(bytes, "x.csv", "emails"));
    const before = process.memoryUsage().arrayBuffers;
    const chunk = Buffer.alloc(4 * LONGEST_LINE, 120);
    reader.take(Buffer.from(GOOD), false);
    for (let piece = 0; piece < 256; piece += 1) {
      const batch = reader.take(chunk, false);
      expect(batch).toMatchObject({ rows: [], rejects: [], consumed: 0, next: { line: 3 } });
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * LONGEST_LINE);
    const end = reader.take(Buffer.from(`\n${GOOD}`), true);
    expect(end.rejects).toEqual([
      expect.objectContaining({ line: 3, reason: expect.stringMatching(/^Ligne démesurée/) }),
    ]);
    expect(end.rows).toEqual([expect.objectContaining({ line: 4 })]);
    expect(end.consumed).toBe(256 * chunk.length + 1 + GOOD.length);
  });

  it("is told the same way in one piece, at the end of the file, and within quotes", () => {
    const giant = "y".repeat(LONGEST_LINE + 5);
    const inside = read(`${GOOD}${giant}\n${GOOD}`);
    expect(inside.rows.map((row) => row.line)).toEqual([2, 4]);
    expect(reasonsAt(inside.rejects, 3)[0]).toMatch(/démesurée/);
    expect(reasonsAt(read(`${GOOD}${giant}`).rejects, 3)[0]).toMatch(/démesurée/);
    const quoted = read(`"${giant}\n${GOOD}`);
    expect(quoted.rejects.map((problem) => problem.line)).toEqual([2]);
    expect(quoted.rows.map((row) => row.line)).toEqual([3]);
  });
});

describe("a quote that never closes", () => {
  it("costs its own line only", () => {
    const batch = read(`${GOOD}99700042742;"c@d.example;Site;\n${GOOD.repeat(60)}`);
    expect(batch.rows).toHaveLength(61);
    expect(batch.rejects).toEqual([
      expect.objectContaining({ line: 3, reason: expect.stringMatching(/guillemet ouvert .* jamais refermé/) }),
    ]);
  });

  it("costs no more than time in proportion when every line has one", () => {
    const lines = 20_000;
    const started = process.cpuUsage();
    const batch = read(`99700042742;"c@d.example;Site;\n`.repeat(lines));
    expect(batch.counts.read).toBeGreaterThan(lines / 25);
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });

  it("is no quote at all inside a value", () => {
    expect(read('99700042742;c@d.example;Salon "A;\n').rows[0]?.source).toBe('Salon "A');
  });
});

describe("bytes that should not be there", () => {
  it("NUL, zero-width and direction marks are dropped from values", () => {
    const [row] = read("99700\u0000042379;a\u200b@b.example;Sa\u0000lon\u202e;2026-06-30\n").rows;
    expect(row).toMatchObject({ rpps: "99700042379", address: "a@b.example", source: "Salon", notedOn: "2026-06-30" });
  });

  it("never reach the reports", () => {
    const { rejects } = read("\u0000\u0000x;\u0000;;\n");
    expect(rejects).toHaveLength(1);
    expect(JSON.stringify(rejects)).not.toContain("\\u0000");
  });

  it("carriage returns inside a line are blanks", () => {
    expect(read("99700042379;a@b.example;Salon\rde Nantes;\r\n").rows[0]?.source).toBe("Salon de Nantes");
  });
});

describe("a file that stops", () => {
  const reference = sample(`${RPPS}.txt`);

  it("says so wherever it stops inside a line", () => {
    const lastLine = reference.length - 40;
    for (const cut of [1, 2, 20]) {
      const { rejects } = readAll(reference.subarray(0, lastLine - cut), "rpps");
      expect(rejects.map((problem: Problem) => problem.reason)).toEqual([
        "Le fichier s'arrête au milieu de la ligne 38\u00a0: il est sans doute incomplet. Cette ligne n'est pas lue\u202f; reprenez le fichier entier.",
      ]);
    }
  });

  it("says nothing when only the last line break is missing", () => {
    expect(readAll(reference.subarray(0, reference.length - 1), "rpps").counts).toMatchObject({
      accepted: 35,
      rejected: 0,
    });
  });

  it("sees a last value cut inside its quotes", () => {
    const batch = read(`${GOOD}99700042742;c@d.example;Site;"2026-0`);
    expect(reasonsAt(batch.rejects, 3)[0]).toMatch(/s'arrête au milieu de la ligne 3/);
  });
});

describe("49,999 bad lines out of 50,000", () => {
  it("are all reported, and the good one is taken", () => {
    const batch = read(`${";x;y;\n".repeat(25_000)}${GOOD}${"1e5;x;y;\n".repeat(24_999)}`);
    expect(batch.counts).toEqual({ read: 50_000, accepted: 1, rejected: 49_999, ignored: 0, warned: 0 });
    expect(batch.rejects).toHaveLength(49_999);
    expect(batch.rows[0]?.line).toBe(25_002);
  });
});
