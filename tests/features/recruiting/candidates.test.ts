import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { browseCandidates } from "~/recruiting/browse.server";
import { candidateForm, candidatesSearch, changeForm, entryForm } from "~/recruiting/candidate.form";
import { openCandidate, workOnCandidate } from "~/recruiting/candidate-page.server";
import { changeSheet } from "~/recruiting/candidates.server";
import { eraseSilentCandidates, warnSilentCandidates } from "~/recruiting/care.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDelegate, aSectorIn } from "../visits/field";
import { aCandidate, anEntry } from "./scene";

const database = await testDatabase();
let anne: Actor;

beforeEach(async () => {
  await database.pool.query("delete from candidate");
  anne = await aDelegate(database, [await aSectorIn(database)]);
});

const open = (id: string, who = anne) => as(database, who, (ctx) => openCandidate(ctx, id));
const work = (id: string, ask: object) =>
  as(database, anne, (ctx) => workOnCandidate(ctx, id, candidateForm.parse(ask)));
const browse = (search: object = {}, who = anne) =>
  as(database, who, (ctx) => browseCandidates(ctx, candidatesSearch.parse(search)));
const left = async () => (await database.pool.query("select id from candidate")).rows.map(({ id }) => id);

describe("a candidate", () => {
  it("is entered with the text they agreed to, and found by profile and around a commune", async () => {
    const id = await aCandidate(database, anne);
    const far = await aCandidate(database, anne, { commune: "Nantes", profile: "nurse" });
    expect((await open(id)).candidate).toMatchObject({
      commune: "Saint-Nazaire",
      consent_text: "2026-11",
      lapsesOn: "2028-10-01",
      created_by: anne.id,
    });
    expect((await browse({ profil: "nurse" })).candidates.map((each) => each.id)).toEqual([far]);
    expect((await browse({ commune: "44600", km: "30" })).candidates).toMatchObject([{ id, km: 0 }]);
    expect((await browse({ commune: "Nantes", km: "100" })).total).toBe(2);
    expect((await browse({ commune: "Ville-qui-n'est-pas" })).problem).toContain("Aucune commune");
  });

  it("is changed by who read the sheet as it stands, and no other", async () => {
    const id = await aCandidate(database, anne);
    const change = (given: object) =>
      as(database, anne, (ctx) => changeSheet(ctx, id, changeForm.parse({ ...anEntry(), version: "1", ...given })));
    await change({ mobilityKm: "35", hours: "half" });
    expect((await open(id)).candidate).toMatchObject({ mobility_km: 35, hours: "half", consent_on: "2026-10-01" });
    await expect(change({ mobilityKm: "5" })).rejects.toMatchObject({ refusal: "conflict" });
  });

  it("is erased on their word, and comes back only by a consent given since", async () => {
    const entry = { email: "partie@candidat.example", phone: "02 40 11 12 13" };
    const id = await aCandidate(database, anne, entry);
    await work(id, { intent: "withdraw" });
    expect(await left()).toEqual([]);
    const { rows } = await database.pool.query("select to_jsonb(e)::text as text from candidate_erasure e");
    expect(rows).toHaveLength(2);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/partie|0240111213/);
    for (const again of [entry, { ...entry, email: "" }, { ...entry, again: "on" }])
      await expect(aCandidate(database, anne, again)).rejects.toMatchObject({
        fields: { again: [expect.any(String)] },
      });
    await aCandidate(database, anne, { ...entry, again: "on", consentOn: "2026-11-24" });
    expect(await left()).toHaveLength(1);
  });

  it("who is silent is warned, then erased, unless they are heard of", async () => {
    const [silent, heard] = [await aCandidate(database, anne), await aCandidate(database, anne)];
    const night = (day: string) =>
      as(
        database,
        anActor("system"),
        async (ctx) => [await warnSilentCandidates(ctx), await eraseSilentCandidates(ctx)],
        new Date(`${day}T04:00:00Z`),
      );
    expect(await night("2028-08-31")).toEqual([0, 0]);
    expect(await night("2028-09-02")).toEqual([2, 0]);
    expect(await night("2028-09-03")).toEqual([0, 0]);
    const { rows } = await database.pool.query("select kind, body from recruiting_mail where candidate_id = $1", [
      silent,
    ]);
    expect(rows).toMatchObject([{ kind: "expiry", body: expect.stringContaining("1er\u00a0octobre 2028") }]);
    await as(
      database,
      anne,
      (ctx) => workOnCandidate(ctx, heard, { intent: "contact" }),
      new Date("2028-09-10T09:00:00Z"),
    );
    expect(await night("2028-09-30")).toEqual([0, 0]);
    expect(await night("2028-10-01")).toEqual([0, 1]);
    expect(await left()).toEqual([heard]);
    const kept = await database.pool.query("select from candidate_erasure e where erased_on >= '2028-01-01'");
    expect(kept.rows).toEqual([]);
  });
});

describe("is refused", () => {
  it.each([
    [{ consents: undefined }, "consents"],
    [{ email: "", phone: "" }, "email"],
    [{ email: "nadia@exemple" }, "email"],
    [{ phone: "12" }, "phone"],
    [{ mobilityKm: "" }, "mobilityKm"],
  ])("an entry with %o, at the form", (given, field) => {
    const { error } = entryForm.safeParse(anEntry(given));
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it.each([
    [{ consentOn: "2026-11-25" }, "consentOn"],
    [{ consentOn: "2024-11-24" }, "consentOn"],
    [{ commune: "Atlantis" }, "commune"],
    [{ commune: "Saint-Nazaire" }, "commune"],
    [{ note: "1 85 05 78 006 084 91" }, "note"],
  ])("an entry with %o, by the rules", async (given, field) => {
    await expect(aCandidate(database, anne, given)).rejects.toMatchObject({
      fields: { [field]: [expect.any(String)] },
    });
  });

  it("the same address twice, in capitals or not", async () => {
    await aCandidate(database, anne, { email: "une@candidat.example" });
    const twice = aCandidate(database, anne, { email: "UNE@candidat.example" });
    await expect(twice).rejects.toMatchObject({ fields: { email: [expect.any(String)] } });
  });

  it("whoever is of another fund, and lists nobody of it", async () => {
    const id = await aCandidate(database, anne);
    const stranger = anActor("manager", { fundIds: [ELSEWHERE] });
    await expect(open(id, stranger)).rejects.toMatchObject({ refusal: "not-found" });
    expect((await browse({}, stranger)).total).toBe(0);
    await expect(open("pas-un-numero")).rejects.toMatchObject({ refusal: "not-found" });
  });
});
