import { beforeEach, describe, expect, it } from "vitest";
import { tidyHandlers } from "~jobs/handlers/tidy";
import { testDatabase } from "../../support/database";
import { directory } from "./office";
import { aWorkshop, MOUTHFUL, type Moment, WHOLE } from "./workshop";

const database = await testDatabase();
const { aWorker, apply, arrives, clear, files, notes, read, shown } = aWorkshop(database);

beforeEach(clear);

describe("an import whose worker dies", () => {
  const pieces = Math.ceil((Buffer.byteLength(directory()) - Buffer.byteLength(directory(() => []))) / MOUTHFUL);

  it.each([
    ["while it reads the file", ({ reads }: Moment) => reads === 4, pieces - 3],
    ["before a piece is committed", ({ steps }: Moment) => steps === 4, pieces - 2],
    ["before the difference is committed", ({ reads, steps }: Moment) => steps === reads + 2, 1],
  ])("%s goes on where it stopped, and comes to the same", async (_when, dies, leftToRead) => {
    const importId = await arrives();
    await expect(read(importId, aWorker({ dies }))).rejects.toThrow("power cut");
    expect(await shown(importId)).toMatchObject({ status: "reading" });
    const second = aWorker();
    await read(importId, second);
    expect(second.reads()).toBe(leftToRead);
    expect(await shown(importId)).toMatchObject({
      status: "applying",
      ...WHOLE,
      difference: { created: 26, elsewhere: 1 },
    });
    await apply(importId);
    expect((await database.pool.query("select from doctor")).rowCount).toBe(26);
  });

  it("in the middle of applying changes nothing, and applies whole the next time", async () => {
    const importId = await arrives();
    await read(importId, aWorker());
    await expect(apply(importId, aWorker({ dies: () => true }))).rejects.toThrow("power cut");
    expect((await database.pool.query("select from doctor")).rowCount).toBe(0);
    await apply(importId);
    expect(await shown(importId)).toMatchObject({ status: "done" });
    expect((await database.pool.query("select from doctor")).rowCount).toBe(26);
  });

  it("is taken up again by the clock, and once only", async () => {
    const importId = await arrives();
    await expect(read(importId, aWorker({ dies: ({ reads }) => reads === 3 }))).rejects.toThrow();
    await notes();
    const desk = aWorker().desk;
    await tidyHandlers.tidy({}, desk);
    expect(await notes()).toEqual([]); // its worker may still be alive
    await database.pool.query(
      "update import set asked_at = asked_at - interval '1 hour', started_at = started_at - interval '1 hour'",
    );
    await tidyHandlers.tidy({}, desk);
    expect(await notes()).toEqual([{ job: "read-import", payload: { importId } }]);
    await read(importId, aWorker());
    await apply(importId);
    await tidyHandlers.tidy({}, desk);
    expect((await notes()).filter((note) => note.job.endsWith("import"))).toEqual([
      { job: "apply-import", payload: { importId } },
    ]);
  });
});

describe("a process that is asked to stop", () => {
  it("finishes its piece, leaves a note and goes; another one ends the work", async () => {
    const importId = await arrives();
    await notes();
    const asked = new AbortController();
    const worker = aWorker({ stopping: asked.signal, dies: ({ reads }) => reads === 3 && void asked.abort() === null });
    await read(importId, worker);
    expect(worker.reads()).toBe(3);
    expect(await notes()).toEqual([{ job: "read-import", payload: { importId } }]);
    await read(importId, aWorker());
    expect(await shown(importId)).toMatchObject({ status: "applying", ...WHOLE });
  });
});

describe("a file that is gone from the store", () => {
  it("fails the import with a sentence, and is not tried for ever", async () => {
    const importId = await arrives();
    for (const name of files.kept()) await files.store.remove(name);
    await expect(read(importId, aWorker())).rejects.toThrow();
    expect(await shown(importId)).toMatchObject({
      status: "failed",
      failure: expect.stringContaining("n'est plus là"),
    });
    await read(importId, aWorker());
  });
});
