import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import type { Letter } from "~/campaigns/letters/block";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import { openLetter, saveLetter } from "~/campaigns/letters/letter.server";
import {
  browseLetters,
  createLetter,
  duplicateLetter,
  letterToSend,
  setArchived,
} from "~/campaigns/letters/letters.server";
import { exampleOf } from "~/campaigns/letters/preview.server";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { aDoctor, aScore } from "../../support/factories";

const database = await testDatabase();
const JULIE = randomUUID();
const YVES = randomUUID();
const AWAY = randomUUID();
const julie: Actor = { ...anActor("campaign_officer", { id: JULIE }), name: "Julie" };
const yves: Actor = { ...anActor("manager", { id: YVES }), name: "Yves" };
const stranger: Actor = anActor("campaign_officer", { id: AWAY, fundIds: [ELSEWHERE] });

beforeEach(() =>
  as(database, anActor("system"), async ({ tx }) => {
    const account = (id: string, fund_id: number, role: string, name: string) => ({
      id,
      fund_id,
      role,
      name,
      email: `${name.toLowerCase()}@cpam.example`,
    });
    await tx
      .insertInto("account")
      .values([
        account(JULIE, HERE, "campaign_officer", "Julie"),
        account(YVES, HERE, "manager", "Yves"),
        account(AWAY, ELSEWHERE, "campaign_officer", "Ailleurs"),
      ])
      .onConflict((clash) => clash.doNothing())
      .execute();
  }),
);

const create = (name = "Aide à l'emploi", who = julie) =>
  as(database, who, (ctx) => createLetter(ctx, { name, start: "model" }));
const open = (id: string, who = julie, version?: number) => as(database, who, (ctx) => openLetter(ctx, id, version));
const save = (id: string, letter: Letter, seen: number, name = "Aide à l'emploi") =>
  as(database, julie, (ctx) => saveLetter(ctx, id, { name, letter, seen }));
const other = (subject: string): Letter => ({ ...demoLetter, subject });
const events = async (id: string) =>
  (
    await database.pool.query("select name from audit_event where facts ->> 'letterId' = $1 order by id", [id])
  ).rows.map(({ name }) => name);

describe("a letter", () => {
  it("begins with the model or with nothing, as its first version", async () => {
    const model = await open(await create());
    expect(model).toMatchObject({ content: demoLetter, revision: 1, takenFrom: null, mayWrite: true });
    const blank = await as(database, julie, (ctx) => createLetter(ctx, { name: "Vide", start: "blank" }));
    expect((await open(blank)).content).toEqual({ subject: "", blocks: [{ kind: "paragraph", text: "" }] });
    expect(await events(blank)).toEqual(["letter-template.created"]);
  });

  it("keeps each version that was saved, and lets an older one be taken up again", async () => {
    const id = await create();
    expect(await save(id, other("Deux"), 1)).toBe(2);
    expect(await save(id, other("Trois"), 2)).toBe(3);
    const now = await open(id);
    expect(now.revisions.map(({ revision, subject, saved_by }) => [revision, subject, saved_by])).toEqual([
      [3, "Trois", "Julie"],
      [2, "Deux", "Julie"],
      [1, demoLetter.subject, "Julie"],
    ]);
    expect(await open(id, julie, 2)).toMatchObject({ takenFrom: 2, revision: 3, content: { subject: "Deux" } });
    expect(await events(id)).toEqual(["letter-template.created", "letter-template.saved", "letter-template.saved"]);
  });

  it("saved without a change makes no version; a new name is no content", async () => {
    const id = await create();
    expect(await save(id, demoLetter, 1, "Autre nom")).toBe(1);
    expect(await open(id)).toMatchObject({ name: "Autre nom", revision: 1 });
    expect((await open(id)).revisions).toHaveLength(1);
  });

  it("saved by somebody else meanwhile is not written over", async () => {
    const id = await create();
    await save(id, other("La première"), 1);
    await expect(save(id, other("La seconde"), 1)).rejects.toMatchObject({
      refusal: "conflict",
      message: expect.stringMatching(/Julie a enregistré la version 2/),
    });
    expect((await open(id)).content.subject).toBe("La première");
  });

  it("saved twice at once is saved once", async () => {
    const id = await create();
    const both = await Promise.allSettled([save(id, other("Une"), 1), save(id, other("Deux"), 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await open(id)).revision).toBe(2);
  });

  it("may be saved with errors, and says so in the list", async () => {
    const id = await create("À finir");
    await save(id, { subject: "", blocks: [{ kind: "title", text: "{{prenon}}" }] }, 1, "À finir");
    const { letters } = await as(database, yves, (ctx) => browseLetters(ctx, {}));
    expect(letters.find((letter) => letter.id === id)).toMatchObject({
      name: "À finir",
      toMend: 2,
      changed_by: "Julie",
    });
  });

  it("is copied whole, with a name of its own", async () => {
    const id = await create("Aide");
    const copy = await as(database, julie, (ctx) => duplicateLetter(ctx, id));
    expect(await open(copy)).toMatchObject({ name: "Aide (copie)", revision: 1, content: demoLetter });
  });

  it("archived leaves the list, is not written to nor taken by a campaign, and may come back", async () => {
    const id = await create();
    const archive = (isArchived: boolean) => as(database, julie, (ctx) => setArchived(ctx, id, isArchived));
    const send = () => as(database, julie, (ctx) => letterToSend(ctx, id));
    expect(await send()).toEqual({ letter: demoLetter, revision: 1 });
    await archive(true);
    await expect(archive(true)).rejects.toMatchObject({ refusal: "conflict" });
    await expect(save(id, other("x"), 1)).rejects.toMatchObject({ refusal: "conflict" });
    await expect(send()).rejects.toMatchObject({ refusal: "conflict" });
    const listed = async (archives?: "oui") =>
      (await as(database, julie, (ctx) => browseLetters(ctx, { archives }))).letters.map((letter) => letter.id);
    expect([(await listed()).includes(id), (await listed("oui")).includes(id)]).toEqual([false, true]);
    await archive(false);
    expect(await listed()).toContain(id);
    expect(await events(id)).toEqual([
      "letter-template.created",
      "letter-template.archived",
      "letter-template.restored",
    ]);
  });

  it("of another fund, or of none, is not to be found", async () => {
    const id = await create();
    const absent = { refusal: "not-found" };
    for (const wrong of [id, randomUUID(), "../1", undefined] as (string | undefined)[])
      await expect(as(database, stranger, (ctx) => openLetter(ctx, wrong, undefined))).rejects.toMatchObject(absent);
    for (const act of [
      () => as(database, stranger, (ctx) => saveLetter(ctx, id, { name: "x", letter: demoLetter, seen: 1 })),
      () => as(database, stranger, (ctx) => duplicateLetter(ctx, id)),
      () => as(database, stranger, (ctx) => setArchived(ctx, id, true)),
      () => as(database, stranger, (ctx) => letterToSend(ctx, id)),
      () => open(id, julie, 9),
    ])
      await expect(act()).rejects.toMatchObject(absent);
    const seen = await as(database, stranger, (ctx) => browseLetters(ctx, {}));
    expect(seen.letters.map((letter) => letter.id)).not.toContain(id);
  });

  it("once saved is not edited, even in SQL", async () => {
    const id = await create();
    const rewrite = as(database, julie, ({ tx }) =>
      tx.updateTable("letter_revision").set({ subject: "x" }).where("letter_id", "=", id).execute(),
    );
    await expect(rewrite).rejects.toThrow(/permission denied/);
  });

  it("is read by managers, without the means to write", async () => {
    expect(await open(await create(), yves)).toMatchObject({ mayWrite: false, mayManage: false });
  });
});

describe("the doctors a letter is shown for", () => {
  it("are the worst cases of the fund, and say when they are made up", async () => {
    const ids = await as(database, anActor("system"), async (ctx) => {
      const long = await aDoctor(ctx, {
        last_name: "DE MONTGOLFIER-CASTELBAJAC DE SAINT-HILAIRE",
        first_name: "MARIE-APOLLINE",
      });
      await aScore(ctx, long, { zone: "ZAC" });
      const unknown = await aDoctor(ctx, { town: null, postcode: null, commune_code: null });
      return { long, unknown, abroad: await aDoctor(ctx, { fund_id: ELSEWHERE, last_name: "D'AILLEURS" }) };
    });
    const { examples } = await open(await create());
    const [example, longest, unknown, particle, overseas, practices] = examples;
    expect(example).toMatchObject({
      doctorId: null,
      why: "Médecin fictif",
      values: { fund: "CPAM de la Loire-Atlantique" },
    });
    expect(longest).toMatchObject({
      doctorId: ids.long,
      why: "Nom le plus long",
      values: { zone: "zone d'action complémentaire" },
    });
    expect(unknown).toMatchObject({ doctorId: ids.unknown, values: { town: null, patients: null, delegate: null } });
    expect(particle).toMatchObject({ doctorId: ids.long });
    expect(overseas).toMatchObject({ doctorId: null, why: "Outre-mer (fictif)" });
    expect(practices).toMatchObject({ doctorId: null, why: "Plusieurs cabinets (fictif)" });
    await expect(as(database, julie, (ctx) => exampleOf(ctx, ids.abroad))).rejects.toMatchObject({
      refusal: "not-found",
    });
    expect(await as(database, julie, (ctx) => exampleOf(ctx, ids.unknown))).toMatchObject({ why: null });
  });
});
