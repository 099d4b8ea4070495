import { beforeEach, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { ELSEWHERE, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";
import { contractDesk } from "./scene";

const database = await testDatabase();
const { see, step, running } = contractDesk(database);

let delegate: Actor;
let manager: Actor;
let doctor = 0;

beforeEach(async () => {
  const sector = await aSectorIn(database);
  delegate = await aDelegate(database, [sector]);
  manager = { ...(await aDelegate(database, [])), role: "manager", scope: "fund" };
  doctor = await aDoctorIn(database, sector, { facts: { mt_total: 900 } });
});

it("leaves the text of the signature at the doctor's asking, with its objective and its dates", async () => {
  const id = await running(manager, doctor, "2022-02-01");
  const before = await see(manager, id);
  expect(before).toMatchObject({ versionId: "AV7", laterText: "la convention 2024" });
  await step(manager, id, { intent: "switch", on: "2026-11-20" });
  const after = await see(manager, id);
  expect(after).toMatchObject({ versionId: "CONV2024", laterText: null, endsOn: before.endsOn });
  expect(after.objective.join()).toMatch(/non publiée/);
  expect(after.years.map(({ maxCents }) => maxCents)).toEqual(before.years.map(({ maxCents }) => maxCents));
  expect(after.events.at(-1)).toMatchObject({ step: "switch", on_day: "2026-11-20" });
});

it("is refused twice, to a day before the later text, and to whoever may not decide or look", async () => {
  const id = await running(manager, doctor, "2022-02-01");
  const asked = (who: Actor, on = "2026-11-20") => step(who, id, { intent: "switch", on });
  await expect(asked(manager, "2023-04-30")).rejects.toThrow(/suit déjà le texte en vigueur ce jour-là/);
  await expect(asked(delegate)).rejects.toThrow(/revient à un responsable/);
  const stranger: Actor = { ...(await aDelegate(database, [], { fundId: ELSEWHERE })), role: "manager", scope: "fund" };
  await expect(asked(stranger)).rejects.toMatchObject({ refusal: "not-found" });
  await asked(manager);
  await expect(asked(manager)).rejects.toThrow(/suit déjà/);
});
