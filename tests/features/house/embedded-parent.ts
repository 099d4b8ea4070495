import pg from "pg";
import { startEmbedded } from "../../../db/embedded/server";

// A process that owns a server and waits to be killed: see embedded.test.ts.
const server = await startEmbedded({ dataDir: process.argv[2]!, fast: true });
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query("create table kept (what text); insert into kept values ('written by the first parent')");
await client.end();
process.stdout.write("ready\n");
setInterval(() => {}, 1_000);
