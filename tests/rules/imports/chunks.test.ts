import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Batch, type Counts, emptyBatch, type ReadingPoint } from "~/imports/batch";
import type { ImportKind } from "~/imports/kinds";
import type { Layout } from "~/imports/layout";
import { openReader, startOf } from "~/imports/reader";
import { AMELI, layoutOf, RPPS, readAll, sample } from "./sample";

type Summary = Pick<Batch<unknown>, "rows" | "rejects" | "warnings" | "counts" | "next">;

function inPieces(
  bytes: Buffer,
  layout: Layout,
  cuts: readonly number[],
  from: ReadingPoint = startOf(layout),
): Batch<unknown>[] {
  const reader = openReader(layout, from);
  const body = bytes.subarray(from.offset);
  const edges = [...new Set(cuts.map((cut) => cut % (body.length + 1)))].toSorted((a, b) => a - b);
  const batches: Batch<unknown>[] = [];
  let start = 0;
  for (const edge of [...edges, body.length]) {
    // Each piece lies in its own memory, which is spoilt once read: a reader that kept a view of it would be caught.
    const piece = Buffer.from(body.subarray(start, edge));
    batches.push(reader.take(piece, false));
    piece.fill(33);
    start = edge;
  }
  batches.push(reader.take(Buffer.alloc(0), true));
  return batches;
}

function together(batches: readonly Batch<unknown>[], before: Summary = emptyBatch({ offset: 0, line: 0 })): Summary {
  const sum = (a: Counts, b: Counts): Counts => ({
    read: a.read + b.read,
    accepted: a.accepted + b.accepted,
    rejected: a.rejected + b.rejected,
    ignored: a.ignored + b.ignored,
    warned: a.warned + b.warned,
  });
  return batches.reduce<Summary>(
    (all, batch) => ({
      rows: [...all.rows, ...batch.rows],
      rejects: [...all.rejects, ...batch.rejects],
      warnings: [...all.warnings, ...batch.warnings],
      counts: sum(all.counts, batch.counts),
      next: batch.next,
    }),
    before,
  );
}

const EMBEDDED = Buffer.from(
  'rpps;email;source;date\r\n99700042379;a@b.example;"Salon ""des\r\nmédecins"", Nantes";2026-06-30\r\n' +
    '99700042742;"c@d.example;Site;\nx;y;z\n99700043112;e@f.example;Appel;30/06/2026\n;;;\n"";"\n',
);

const FILES: readonly [string, Buffer, ImportKind][] = [
  ["the nasty directory", sample(`${RPPS}.nasty.txt`), "rpps"],
  ["mixed encodings", sample(`${RPPS}.mixed-encoding.txt`), "rpps"],
  ["BOM and CRLF", sample(`${RPPS}.bom-crlf.txt`), "rpps"],
  ["the nasty Ameli file", sample(`${AMELI}.nasty.csv`), "ameli"],
  ["quoted values", sample(`${AMELI}.quoted-lf.csv`), "ameli"],
  ["the MSSanté directory", sample("rpps/Extraction_Correspondance_MSSante_202611210813.txt"), "emails"],
  ["line breaks inside quotes, and one that never closes", EMBEDDED, "emails"],
  ["a spoilt zoning", sample("zonage/zonage_excel_abime.csv"), "zonage"],
];

describe.each(FILES)("%s", (_, bytes, kind) => {
  const layout = layoutOf(bytes, "fichier_202611210842.txt", kind);
  const whole = together([openReader(layout).take(bytes.subarray(layout.headerBytes), true)]);

  it("reads the same in any pieces", () => {
    const cuts = fc.array(fc.nat({ max: bytes.length }), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        const batches = inPieces(bytes, layout, places);
        expect(together(batches)).toEqual(whole);
        expect(batches.reduce((sum, batch) => sum + batch.consumed, layout.headerBytes)).toBe(bytes.length);
      }),
      { numRuns: 25 },
    );
  });

  it("reads the same resumed at any place it ever stopped", () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length }), (cut) => {
        const reader = openReader(layout);
        const first = reader.take(bytes.subarray(layout.headerBytes, layout.headerBytes + cut), false);
        expect(together(inPieces(bytes, layout, [], first.next), together([first]))).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it("accounts for every line it read", () => {
    const { read, accepted, rejected, ignored } = whole.counts;
    expect(accepted + rejected + ignored).toBe(read);
    expect(whole.next.offset).toBe(bytes.length);
  });
});

describe("one byte at a time", () => {
  it("changes nothing", () => {
    const layout = layoutOf(EMBEDDED, "x.csv", "emails");
    const bytes = Array.from({ length: EMBEDDED.length }, (_, at) => at);
    expect(together(inPieces(EMBEDDED, layout, bytes)).rows).toEqual(readAll(EMBEDDED, "emails").rows);
  });
});
