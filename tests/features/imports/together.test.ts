import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "~/access/context";
import type { FileStore } from "~/files/file-store";
import { cancelImport, confirmImport, openImport } from "~/imports/imports.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { rowVersions } from "../../support/rows";
import { anOffice, directory, NATIONAL } from "./office";
import { aWorkshop, WHOLE } from "./workshop";

const database = await testDatabase();
const { aWorker, apply, arrives, clear, files, read, shown } = aWorkshop(database);
const manager = anActor("manager");

beforeEach(clear);

describe("a job run twice", () => {
  it("reads nothing again, and applies nothing again", async () => {
    const importId = await arrives();
    await read(importId, aWorker());
    const again = aWorker();
    await read(importId, again);
    expect(again.reads()).toBe(0);
    await apply(importId);
    const before = await rowVersions(database);
    await apply(importId);
    expect(await rowVersions(database)).toEqual(before);
  });

  it("by two workers at one instant, counts each line once and applies once", async () => {
    const importId = await arrives();
    const outcomes = await Promise.allSettled([read(importId, aWorker()), read(importId, aWorker())]);
    expect(outcomes.some((each) => each.status === "fulfilled")).toBe(true);
    expect(await shown(importId)).toMatchObject({ status: "applying", ...WHOLE });
    await Promise.all([apply(importId), apply(importId)]);
    const told = await database.pool.query(
      "select from audit_event where name = 'import.applied' and facts ->> 'importId' = $1",
      [importId],
    );
    expect(told.rowCount).toBe(1);
    expect((await database.pool.query("select from doctor")).rowCount).toBe(26);
  });
});

describe("two imports of one file at once", () => {
  it.each([
    ["by the same fund", manager, manager, 2],
    ["by a fund and for the whole country", manager, NATIONAL, 26],
  ])("%s come to one doctor each", async (_who, one, other, expected) => {
    const office = anOffice(database, files);
    const taken = await Promise.all(
      [one, other].map((actor) => office.take({ kind: "rpps", content: directory(), actor })),
    );
    expect(taken.map((each) => each.status)).toEqual(["done", "done"]);
    const { rows } = await database.pool.query("select count(*) as all, count(distinct rpps) as people from doctor");
    expect(rows).toEqual([{ all: expected, people: expected }]);
    expect(
      (await database.pool.query("select from place p join doctor d on d.id = p.doctor_id where d.fund_id = 441"))
        .rowCount,
    ).toBe(2);
  });
});

describe("a person who gives up", () => {
  it("leaves nothing of what was read, and the reader stops", async () => {
    const importId = await arrives(manager);
    await expect(read(importId, aWorker({ actor: manager, dies: ({ reads }) => reads === 3 }))).rejects.toThrow();
    await as(database, manager, (ctx) => cancelImport(ctx, importId));
    expect((await database.pool.query("select from stage_rpps")).rowCount).toBe(0);
    const worker = aWorker({ actor: manager });
    await read(importId, worker);
    expect(worker.reads()).toBe(0);
    expect(await shown(importId, manager)).toMatchObject({ status: "cancelled" });
  });

  it("while a piece is being read, is heard at its end", async () => {
    const importId = await arrives(manager);
    const worker = aWorker({ actor: manager });
    const store = worker.desk.tools.files;
    const cancelling: FileStore = {
      ...store,
      async read(...asked) {
        if (worker.reads() === 2) await as(database, manager, (ctx) => cancelImport(ctx, importId));
        return store.read(...asked);
      },
    };
    const desk = { ...worker.desk, tools: { ...worker.desk.tools, files: cancelling } };
    await expect(read(importId, { ...worker, desk })).rejects.toMatchObject({ refusal: "conflict" });
    expect((await database.pool.query("select from stage_rpps")).rowCount).toBe(0);
    expect(await shown(importId, manager)).toMatchObject({ status: "cancelled" });
  });

  it("cannot take back what is applied, nor confirm what is not waiting", async () => {
    const importId = await arrives(manager);
    await read(importId, aWorker({ actor: manager }));
    await expect(as(database, manager, (ctx) => cancelImport(ctx, importId))).rejects.toMatchObject({
      refusal: "conflict",
    });
    await expect(as(database, manager, (ctx) => confirmImport(ctx, importId, false))).rejects.toMatchObject({
      refusal: "conflict",
    });
  });
});

describe("another fund", () => {
  it("can neither open, nor confirm, nor cancel an import", async () => {
    const importId = await arrives(manager, false);
    const stranger = anActor("manager", { fundIds: [ELSEWHERE] });
    const attempts: ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => openImport(ctx, importId),
      (ctx) => confirmImport(ctx, importId, false),
      (ctx) => cancelImport(ctx, importId),
    ];
    for (const attempt of attempts) {
      await expect(as(database, stranger, attempt)).rejects.toMatchObject({ refusal: "not-found" });
    }
    await read(importId, aWorker({ actor: stranger }));
    expect(await shown(importId, manager)).toMatchObject({ status: "uploaded" });
  });
});
