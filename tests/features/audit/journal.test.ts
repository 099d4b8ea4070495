import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { record } from "~/audit/audit.server";
import { journalSearch } from "~/audit/journal.form";
import { journal } from "~/audit/journal.server";
import { as, testDatabase } from "../../support/database";
import { actorOf, anAccount, ELSEWHERE } from "../access/people";

const database = await testDatabase();
let manager: Actor;
let delegate: Actor;

const read = (actor: Actor, search: object = {}) =>
  as(database, actor, (ctx) => journal(ctx, journalSearch.parse(search)));

beforeAll(async () => {
  manager = await actorOf(database, await anAccount(database, { name: "Anne Guilbaud" }));
  delegate = await actorOf(database, await anAccount(database, { role: "delegate", name: "Maël Rabiller" }));
  for (let n = 1; n <= 120; n++) await as(database, delegate, (ctx) => record(ctx, "doctor.opened", { doctorId: n }));
  await as(database, manager, (ctx) => record(ctx, "weights.changed", { fundId: 441 }));
});

describe("the journal", () => {
  it("tells who did what, newest first", async () => {
    const { events } = await read(manager);
    expect(events[0]).toMatchObject({ who: "Anne Guilbaud", sentence: "a changé les poids du calcul des priorités" });
    expect(events[1]).toMatchObject({ who: "Maël Rabiller", sentence: "a ouvert la fiche du médecin n°\u00a0120" });
  });

  it("goes down and up again by pages that miss nobody and repeat nobody", async () => {
    const first = await read(manager);
    expect([first.events.length, first.newer]).toEqual([50, null]);
    const second = await read(manager, { avant: first.older });
    const third = await read(manager, { avant: second.older });
    expect([third.events.length, third.older]).toEqual([21, null]);
    const all = [first, second, third].flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set(all).size).toBe(121);
    expect((await read(manager, { apres: third.newer })).events).toEqual(second.events);
    const top = await read(manager, { apres: second.newer });
    expect(top.events).toEqual(first.events);
    expect(top.newer).toBeNull();
  });

  it("narrows to a person and to a kind", async () => {
    expect((await read(manager, { qui: manager.id })).events).toHaveLength(1);
    expect((await read(manager, { quoi: "reglages" })).events).toHaveLength(1);
    expect((await read(manager, { quoi: "imports" })).events).toHaveLength(0);
  });

  it("takes a nonsense address for the whole journal", async () => {
    const { events } = await read(manager, { qui: "'; --", quoi: "__proto__", avant: "-1", apres: "1e999" });
    expect(events).toHaveLength(50);
  });

  it("shows nothing of another fund, and everything to a super-administrator", async () => {
    const stranger = await actorOf(database, await anAccount(database, { fundId: ELSEWHERE }));
    expect((await read(stranger)).events).toEqual([]);
    expect((await read(stranger, { qui: delegate.id })).events).toEqual([]);
    const chief = await actorOf(database, await anAccount(database, { role: "super_administrator" }));
    expect((await read(chief)).events).toHaveLength(50);
  });
});
