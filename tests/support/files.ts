import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { diskFiles } from "~/files/disk.server";
import type { FileStore } from "~/files/file-store";

/** A real file store in a folder of its own, gone after the test file. */
export interface TestFiles {
  readonly store: FileStore;
  readonly folder: string;
  /** Names of what is kept there, half-written files included. */
  kept(): string[];
}

export function testFiles(): TestFiles {
  const folder = temporaryFolder("files");
  return { store: diskFiles(folder), folder, kept: () => fs.readdirSync(folder) };
}

/** Readable by the unprivileged account a database server runs under; removed after the test file. */
export function temporaryFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `tandem-${name}-`));
  fs.chmodSync(folder, 0o755);
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function sample(file: string): Buffer {
  return fs.readFileSync(path.join("tests/samples", file));
}

/** Bytes as an upload brings them. */
export async function* inPieces(content: Buffer | string, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
