import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "~/access/context";
import {
  askForContact,
  openMeeting,
  openSimulation,
  openStop,
  openWhy,
  stopAsAsked,
} from "~/campaigns/doctor/addressee.server";
import { stopForm } from "~/campaigns/doctor/doctor.form";
import { linkToken } from "~/campaigns/letters/signed-link";
import { linkSecret } from "~/campaigns/links.server";
import { testDatabase } from "../../support/database";
import { startSink } from "../../support/smtp-sink";
import { openPostOffice, seedDoctors } from "./post-office";

const database = await testDatabase();
const sink = await startSink();
const office = await openPostOffice(database, sink.url);
let token: string;

beforeAll(async () => {
  await seedDoctors(database, 3);
  await office.launch();
  await office.work();
  const { rows } = await database.pool.query("select id from recipient order by id limit 1");
  token = linkToken(rows[0].id, await office.as(linkSecret));
});
afterAll(async () => {
  await office.close();
  await sink.close();
});

const simulation = (ctx: Context, link: string | undefined) =>
  openSimulation(ctx, link, { a: "", b: "", le: "", cout: "", tranche: "" });
const optOuts = async () => (await database.pool.query("select channel, category from opt_out")).rows;

it("reading the pages changes nothing, however often a scanner follows the links", async () => {
  for (let visit = 0; visit < 30; visit++)
    for (const open of [openStop, openWhy, simulation, openMeeting])
      await office.as<unknown>((ctx) => open(ctx, token));
  expect(await optOuts()).toEqual([]);
});

it("a link that we did not sign opens nothing", async () => {
  const forged = [undefined, "", "1-AAAAAAAAAAAAAAAA", `${token}x`, token.replace(/^./, "z"), "../../x"];
  for (const each of forged)
    await expect(office.as((ctx) => openStop(ctx, each))).rejects.toThrow("Lettre introuvable.");
});

it("one click stops that kind of letter at once, a hundred replays are one, and the next campaign leaves them out", async () => {
  const oneClick = stopForm.parse({ "List-Unsubscribe": "One-Click" });
  for (let replay = 0; replay < 100; replay++) await office.as((ctx) => stopAsAsked(ctx, token, oneClick));
  expect(await optOuts()).toEqual([{ channel: "email", category: "information" }]);
  expect(await office.as((ctx) => openStop(ctx, token))).toMatchObject({ isStopped: true, isAllStopped: false });
  const again = await office.launch();
  expect((await office.status(again)).planned).toBe(2);
});

it("says what is known and who said it, and the amounts of the same engine", async () => {
  const why = await office.as((ctx) => openWhy(ctx, token));
  expect(why.facts.map(({ label }) => label)).toContain("Adresse e-mail");
  const { sides } = (await office.as((ctx) => simulation(ctx, token))).shown;
  expect(sides.map(({ code, years }) => [code, years.length])).toEqual([
    ["temps-plein", 5],
    ["mi-temps", 5],
  ]);
});

it("a request without a delegate says whom to call", async () => {
  await expect(office.as((ctx) => askForContact(ctx, token, "call"))).rejects.toThrow(/pas de délégué/);
});
