import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { openSentSimulation, sendSimulation } from "~/aids/letters.server";
import { openSimulation } from "~/aids/simulation.server";
import { noteOptOut } from "~/doctors/opt-outs.server";
import type { Letter } from "~/mail/mailer";
import type { Tools } from "~/tools";
import { simulationLetterHandlers } from "~jobs/handlers/simulation-letters";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";

const database = await testDatabase();
const ASK = { a: "temps-plein", b: "rien", le: "2026-12-01", cout: "", tranche: "" };
const ADDRESS = "claire.martin@cabinet.example";
let anne: Actor;
let doctor = 0;

beforeEach(async () => {
  await database.pool.query("delete from simulation_letter; delete from outbox; delete from address_suppression");
  const sector = await aSectorIn(database);
  anne = await aDelegate(database, [sector], { name: "Anne Roy" });
  doctor = await aDoctorIn(database, sector, { facts: { mt_total: 900 } });
  await database.pool.query(
    `insert into doctor_email (fund_id, doctor_id, address, display, kind, source, noted_on)
     values (441, $1, $2, $2, 'plain', 'Annuaire santé', '2026-10-01')`,
    [doctor, ADDRESS],
  );
});

const send = (who = anne, ask = ASK) => as(database, who, (ctx) => sendSimulation(ctx, String(doctor), ask));
const letters = async () =>
  (await database.pool.query("select id, state, failure from simulation_letter order by asked_at, id")).rows;

async function work(deliver: (letter: Letter) => Promise<void>): Promise<void> {
  const tools = { mailer: { deliver, close: async () => {} }, publicUrl: () => "https://t.example" };
  const desk = { step: <T>(doing: Parameters<typeof as<T>>[2]) => as(database, anne, doing) };
  const around = { ...desk, tools: tools as unknown as Tools, stopping: new AbortController().signal };
  for (const { id } of await letters()) await simulationLetterHandlers.sendSimulationLetter({ letterId: id }, around);
}

async function delivered(): Promise<Letter[]> {
  const sent: Letter[] = [];
  await work(async (letter) => void sent.push(letter));
  return sent;
}

describe("a simulation sent by e-mail", () => {
  it("carries the years and sums of the page, and a link that opens the same ones", async () => {
    await send();
    const [letter, ...more] = await delivered();
    expect(more).toEqual([]);
    const { shown } = await as(database, anne, (ctx) => openSimulation(ctx, String(doctor), ASK));
    const [side] = shown.sides;
    const text = letter!.text.replace(/\s/gu, " ");
    for (const figure of [side!.total!, ...side!.years.map(({ aid }) => aid)])
      expect(text).toContain(figure.replace(/\s/gu, " "));
    expect(letter).toMatchObject({ to: ADDRESS, senderName: expect.stringMatching(/^Anne Roy, /) });

    const link = new URL(/https:\/\/t\.example\S+/.exec(letter!.text)![0]);
    const token = link.pathname.replace("/simulation/", "");
    const text2 = { ...ASK, ...Object.fromEntries(link.searchParams) };
    const page = await as(database, SYSTEM_ACTOR, (ctx) => openSentSimulation(ctx, token, text2));
    expect(page.shown.sides).toEqual(shown.sides);
    const forged = as(database, SYSTEM_ACTOR, (ctx) => openSentSimulation(ctx, `${token.slice(0, -1)}~`, ASK));
    await expect(forged).rejects.toMatchObject({ refusal: "not-found" });
  });

  it("leaves once, however often it is asked for and handed over", async () => {
    await send();
    expect(await send()).toMatch(/déjà partie/);
    expect(await delivered()).toHaveLength(1);
    expect(await delivered()).toEqual([]);
    expect(await letters()).toMatchObject([{ state: "sent" }]);
  });

  it("is never sent again by itself once it may have left", async () => {
    await send();
    await work(async () => Promise.reject(new Error("cut")));
    expect(await letters()).toMatchObject([{ state: "uncertain" }]);
    expect(await delivered()).toEqual([]);
  });

  it("stays when the doctor objects, or the address sends letters back, between asking and leaving", async () => {
    await send();
    await database.pool.query(
      `insert into address_suppression (fingerprint, reason)
       select sha256(link_secret || convert_to($1, 'UTF8')), 'bounce' from installation`,
      [ADDRESS],
    );
    expect(await delivered()).toEqual([]);
    expect(await letters()).toMatchObject([{ state: "dropped", failure: expect.stringContaining("reviennent") }]);
    await expect(send()).rejects.toThrow(/reviennent/);
    await database.pool.query("delete from address_suppression");

    await send();
    await as(database, anne, (ctx) => noteOptOut(ctx, doctor, { channel: "email", source: "dit en visite" }));
    expect(await delivered()).toEqual([]);
    await expect(send()).rejects.toThrow(/ne souhaite plus recevoir de courriel/);
  });

  it("is nobody else's to send", async () => {
    const stranger = anActor("delegate", { fundIds: [ELSEWHERE], sectorIds: [] });
    await expect(send(stranger)).rejects.toMatchObject({ refusal: "not-found" });
    const neighbour = await aDelegate(database, [await aSectorIn(database)]);
    await expect(send(neighbour)).rejects.toMatchObject({ refusal: "not-found" });
  });
});
