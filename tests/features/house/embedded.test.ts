import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { isAlive, readPostmaster } from "~db/embedded/processes";
import { type EmbeddedDatabase, startEmbedded } from "~db/embedded/server";
import { aChild } from "../../support/child";
import { temporaryFolder } from "../../support/files";

const dataDir = path.join(temporaryFolder("embedded"), "pg");
let running: EmbeddedDatabase | undefined;

async function start(fast = true): Promise<EmbeddedDatabase> {
  running = await startEmbedded({ dataDir, fast });
  return running;
}

async function kept({ url }: EmbeddedDatabase): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select what from kept order by what");
  await client.end();
  return rows.map((row) => row.what);
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((wake) => setTimeout(wake, 20));
}

afterAll(() => running?.stop());

// One story, told in order: the data of the first parent is there to the end.
describe("the embedded server", () => {
  it("outlives a parent killed outright, and is taken over with its data", async () => {
    const parent = aChild("tests/features/house/embedded-parent.ts", [dataDir]);
    await parent.says("ready");
    const { pid } = readPostmaster(dataDir)!;
    parent.process.kill("SIGKILL");
    await parent.ended();
    expect(isAlive(pid)).toBe(true);

    const server = await start();
    expect(server).toMatchObject({ adopted: true, owner: true });
    expect(readPostmaster(dataDir)!.pid).toBe(pid);
    expect(await kept(server)).toEqual(["written by the first parent"]);
  });

  it("is lent to a second process, which does not stop it", async () => {
    const borrowed = await startEmbedded({ dataDir, fast: true });
    expect(borrowed).toMatchObject({ adopted: true, owner: false, port: running!.port });
    await borrowed.stop();
    expect(await kept(running!)).toHaveLength(1);
  });

  it("stops in order when its owner does", async () => {
    const { pid } = readPostmaster(dataDir)!;
    await running!.stop();
    expect(isAlive(pid)).toBe(false);
    expect(readPostmaster(dataDir)).toBeUndefined();
  });

  it("starts past the sign of a server that is no more, even when its number is somebody else's now", async () => {
    fs.writeFileSync(`${dataDir}.lock`, "4194305"); // past the largest number a process may have
    fs.writeFileSync(path.join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n0\n1\n\n\n\nready   \n`);
    const server = await start(false); // what follows is about durability
    expect(server).toMatchObject({ adopted: false, owner: true });
    expect(await kept(server)).toHaveLength(1);
  });

  it("recovers what was committed when it is itself killed outright", async () => {
    const before = readPostmaster(dataDir)!;
    const client = new pg.Client({ connectionString: running!.url });
    client.on("error", () => {}); // the kill cuts it
    await client.connect();
    await client.query("insert into kept values ('written just before the kill')");
    process.kill(before.pid, "SIGKILL");
    await gone(before.pid);
    expect(fs.existsSync(path.join(dataDir, "postmaster.pid"))).toBe(true);

    const server = await start(false);
    expect(server.adopted).toBe(false);
    expect(await kept(server)).toEqual(["written by the first parent", "written just before the kill"]);
    await server.stop();
  });
});
