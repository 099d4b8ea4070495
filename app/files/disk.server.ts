import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { DiskFull, type FileStore, FileTooLarge } from "./file-store";

/** Files in one folder; several machines share it by mounting the same volume. */
export function diskFiles(folder: string): FileStore {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const placeOf = (key: string) => path.join(folder, key.replace(/[^a-zA-Z0-9-]/g, "_"));
  return {
    keep: (key, content, maxBytes) => keep(placeOf(key), content, maxBytes),
    read: (key, offset, length) => read(placeOf(key), offset, length),
    remove: (key) => fs.promises.rm(placeOf(key), { force: true }),
  };
}

async function keep(place: string, content: AsyncIterable<Uint8Array>, maxBytes: number) {
  const unfinished = `${place}.part`;
  const digest = createHash("sha256");
  const file = await fs.promises.open(unfinished, "w", 0o600);
  let bytes = 0;
  try {
    for await (const piece of content) {
      bytes += piece.byteLength;
      if (bytes > maxBytes) throw new FileTooLarge();
      digest.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
    await file.close();
    await fs.promises.rename(unfinished, place);
    return { bytes, sha256: digest.digest("hex") };
  } catch (error) {
    await file.close().catch(() => {});
    await fs.promises.rm(unfinished, { force: true });
    throw (error as NodeJS.ErrnoException).code === "ENOSPC" ? new DiskFull() : error;
  }
}

async function read(place: string, offset: number, length: number): Promise<Buffer> {
  const file = await fs.promises.open(place, "r");
  try {
    const room = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(room, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return room.subarray(0, filled);
  } finally {
    await file.close();
  }
}
