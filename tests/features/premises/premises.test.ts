import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { browsePremises } from "~/premises/browse.server";
import { premisesForm, premisesSearch } from "~/premises/premises.form";
import { doctorPremises, workOnPremises } from "~/premises/premises.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";

const database = await testDatabase();

let anne: Actor;
let sector = 0;
let doctor = "";

beforeEach(async () => {
  sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector]);
  doctor = String(await aDoctorIn(database, sector));
});

const work = (ask: object, who = anne) =>
  as(database, who, (ctx) => workOnPremises(ctx, doctor, premisesForm.parse(ask)));
const open = (who = anne) => as(database, who, (ctx) => doctorPremises(ctx, doctor));
const browse = (who = anne, search: object = {}) =>
  as(database, who, (ctx) => browsePremises(ctx, premisesSearch.parse(search)));

async function aRequest(given: object = {}): Promise<string> {
  const id = randomUUID();
  const need = "Une pièce pour l'assistante.";
  await work({ intent: "ask", id, kind: "extension", need, on: "2026-11-10", ...given });
  return id;
}
const step = async (id: string, given: object) => {
  const { version } = (await open()).requests.find((each) => each.id === id)!;
  return work({ intent: "step", id, version, on: "2026-11-20", ...given });
};

describe("a request", () => {
  it("is noted once, however often its form is sent", async () => {
    const id = await aRequest({ nextStep: "Rappeler la mairie", nextOn: "2026-12-01" });
    await work({ intent: "ask", id, kind: "other", need: "Autre chose", on: "2026-11-12" });
    expect((await open()).requests).toMatchObject([
      { id, kind: "extension", state: "received", next_on: "2026-12-01", received_on: "2026-11-10" },
    ]);
  });

  it("goes from body to body to its end, and its last step can be taken back", async () => {
    const id = await aRequest();
    await step(id, { to: "studied", nextStep: "Écrire à la commune", nextOn: "2026-12-01" });
    await step(id, { to: "directed", directedTo: "commune" });
    await step(id, { to: "answered", answer: "refused", note: "Budget clos." });
    await step(id, { to: "directed", directedTo: "ars" });
    expect((await open()).requests[0]).toMatchObject({ state: "directed", directed_to: "ars", answer: null });
    await work({ intent: "undo", id, version: 5 });
    const [back] = (await open()).requests;
    expect(back).toMatchObject({ state: "answered", directed_to: "commune", answer: "refused", version: 6 });
    expect(back!.steps.map(({ to_state }) => to_state)).toEqual(["studied", "directed", "answered"]);
    await step(id, { to: "closed" });
    expect((await browse()).requests).toEqual([]);
    expect((await browse(anne, { etat: "closed" })).requests).toMatchObject([{ id, state: "closed" }]);
  });

  it("stands in the list by its next day", async () => {
    const late = await aRequest({ nextStep: "Relancer", nextOn: "2026-12-24" });
    const first = await aRequest({ nextStep: "Relancer", nextOn: "2026-11-25" });
    const none = await aRequest();
    const { requests, open: count, total } = await browse(anne, { secteur: String(sector) });
    expect(requests.map(({ id }) => id)).toEqual([first, late, none]);
    expect([count, total]).toEqual([3, 3]);
  });
});

describe("is refused", () => {
  it("what holds a number of social security, even confirmed", async () => {
    const ask = aRequest({ need: "Pour 1 85 05 78 006 084 91", confirmed: "on" });
    await expect(ask).rejects.toMatchObject({
      refusal: "invalid",
      fields: { need: [expect.stringContaining("sécurité")] },
    });
  });

  it("a step out of order, of the future, or after somebody was faster", async () => {
    const id = await aRequest();
    await expect(step(id, { to: "closed" })).rejects.toMatchObject({ refusal: "invalid" });
    await expect(step(id, { to: "studied", on: "2026-11-25" })).rejects.toMatchObject({ refusal: "invalid" });
    const twice = [1, 2].map(() => work({ intent: "step", id, version: 1, to: "studied", on: "2026-11-20" }));
    const ended = await Promise.allSettled(twice);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(work({ intent: "undo", id: await aRequest(), version: 1 })).rejects.toMatchObject({
      refusal: "conflict",
    });
  });

  it("what is another sector's or another fund's", async () => {
    await aRequest();
    const strangers = [
      await aDelegate(database, [await aSectorIn(database)]),
      anActor("manager", { fundIds: [ELSEWHERE] }),
    ];
    for (const stranger of strangers) {
      await expect(open(stranger)).rejects.toMatchObject({ refusal: "not-found" });
      expect((await browse(stranger)).requests).toEqual([]);
    }
  });
});
