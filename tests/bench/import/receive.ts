import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { diskFiles } from "~/files/disk.server";
import { receiveFile } from "~/imports/receiving.server";
import { actAs } from "~db/act-as";
import { openPool } from "~db/connection";

/** What a file of more than 20 MB is recognised by, as an upload gives it. */
const HEAD = 64 * 1024;

/** The upload's part: a copy in the folder of files, its digest, its import. The bench process stands for the web's. */
export async function receive(url: string, folder: string, file: string, sourceOn: string): Promise<string> {
  const pool = openPool(url, 1);
  const files = diskFiles(folder);
  const key = randomUUID();
  try {
    const kept = await files.keep(key, fs.createReadStream(file), Number.MAX_SAFE_INTEGER);
    const head = await files.read(key, 0, HEAD);
    const wanted = { kind: "rpps", sourceOn, confirmed: true, quietly: true, fundId: null } as const;
    return await actAs(pool, SYSTEM_ACTOR, (tx) =>
      receiveFile(
        { actor: SYSTEM_ACTOR, tx, now: new Date() },
        { key, name: path.basename(file), ...kept, head },
        wanted,
      ),
    );
  } finally {
    await pool.end();
  }
}
