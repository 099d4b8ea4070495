import fs from "node:fs";
import path from "node:path";
import { openPool } from "./connection";
import { startEmbedded } from "./embedded/server";
import { migrate } from "./migrate";
import { schemaTypes } from "./schema-types";

// Migrates a throw-away database and writes its shape, so that nobody's own data decides what the types are.
const dataDir = path.resolve(".data/types");
const server = await startEmbedded({ dataDir, fast: true, ephemeral: true });
const pool = openPool(server.url);
await migrate(pool);
fs.writeFileSync(path.join(import.meta.dirname, "schema.ts"), await schemaTypes(pool));
await pool.end();
await server.stop();
