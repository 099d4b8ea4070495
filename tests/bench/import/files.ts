import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { demoGround } from "~/demo/ground";
import { rppsLines } from "~/demo/national";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";

const PIECE = 256 * 1024;

/** An RPPS file of this many lines: the same bytes each time, so it is made once a machine and kept. */
export async function rppsFile(lines: number, edition: 1 | 2): Promise<string> {
  const folder = path.join(os.tmpdir(), "tandem-bench-files", generation());
  const file = path.join(folder, `rpps-${lines}-${edition}.txt`);
  if (fs.existsSync(file)) return file;
  forgetOthers(folder);
  const unfinished = `${file}.${process.pid}`;
  const content = rppsLines({
    ground: demoGround(communes(), FUNDS),
    seed: "bench",
    today: "2026-11-02",
    lines,
    edition,
  });
  await pipeline(Readable.from(pieces(content)), fs.createWriteStream(unfinished));
  fs.renameSync(unfinished, file);
  return file;
}

/** Another text of the generator writes another file. */
function generation(): string {
  const digest = createHash("sha256");
  const sources = path.resolve("app/demo");
  for (const name of fs.readdirSync(sources).sort()) digest.update(fs.readFileSync(path.join(sources, name)));
  return digest.digest("hex").slice(0, 12);
}

/** Half a gigabyte a generation: only the last is of use. */
function forgetOthers(folder: string): void {
  const above = path.dirname(folder);
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(above))
    if (name !== path.basename(folder)) fs.rmSync(path.join(above, name), { recursive: true, force: true });
}

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
