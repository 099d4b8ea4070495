import { beforeEach, describe, expect, it } from "vitest";
import { draftJourney, saveJourney } from "~/campaigns/journeys/drafting.server";
import { openJourney, openTrial } from "~/campaigns/journeys/open.server";
import {
  endJourney,
  pauseJourney,
  resumeJourney,
  seenJourney,
  startJourney,
  submitJourney,
} from "~/campaigns/journeys/running.server";
import { reconcile } from "~/campaigns/sending/reconcile.server";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { rowVersions } from "../../support/rows";
import { startSink } from "../../support/smtp-sink";
import { at, journeyScene, MONDAY, SECOND, step, system } from "./journeys-scene";
import { openPostOffice } from "./post-office";

const database = await testDatabase();
const { pool } = database;
const scene = journeyScene(database);
const { by, workOn, rows, one, started, accept, text } = scene;
beforeEach(scene.set);

it("hands its letters to the sending of campaigns: by SMTP, each once, with the way out", async () => {
  const sink = await startSink();
  const office = await openPostOffice(database, sink.url);
  await started({ steps: [step("letter", 0), step("call", 1)] });
  await pool.query("update campaign set window_from = null, window_to = null");
  for (let time = 0; time < 2; time++) {
    await workOn("2026-11-23");
    await office.work();
  }
  expect(sink.received).toHaveLength(4);
  expect(new Set(sink.received.map(({ to }) => to)).size).toBe(4);
  expect(sink.received[0]!.raw).toMatch(/^List-Unsubscribe: /im);
  await pool.query("update recipient set settled_at = $1", [at("2026-11-23")]);
  await workOn("2026-11-24");
  expect(await one("select count(*) from follow_up")).toBe(4);
  await office.close();
  await sink.close();
});

it("shows who stands where, page by page", async () => {
  const id = await started();
  await workOn("2026-11-23");
  const { following } = await by((ctx) => openJourney(ctx, id, {}));
  expect(following!.tally).toMatchObject({ active: 4, stations: [{ here: 4 }, { here: 0 }, { here: 0 }] });
  expect(following!.people.map(({ begunOn }) => begunOn)).toEqual(Array(4).fill("2026-11-23"));
  const second = following!.people[1]!.id;
  const after = await by((ctx) => openJourney(ctx, id, { place: "0", apres: second }));
  expect(after.following!.people).toEqual(following!.people.slice(2));
  const before = await by((ctx) => openJourney(ctx, id, { avant: following!.people[2]!.id }));
  expect(before.following!.people).toEqual(following!.people.slice(0, 2));
  expect((await by((ctx) => openJourney(ctx, id, { place: "stopped" }))).following!.people).toEqual([]);
});

it("tries a journey on a doctor without writing anything, and says what would hold a letter back", async () => {
  const id = await started();
  const lonely = await scene.doctor(1);
  await pool.query("delete from doctor_email where doctor_id = $1", [lonely]);
  const before = await rowVersions(database);
  const trial = (medecin: number) => by((ctx) => openTrial(ctx, id, { medecin, debut: "2026-12-01" }));
  expect(await trial(lonely)).toMatchObject({
    startsOn: "2026-12-01",
    department: "44",
    doctor: { barrier: "no_address" },
  });
  expect((await trial(await scene.doctor(4))).doctor).toMatchObject({ barrier: null });
  expect((await trial(999_999_999)).doctor).toBeNull();
  expect(await rowVersions(database)).toEqual(before);
});

describe("who may, and when", () => {
  it("keeps the letters open while it runs, and closes them at the end", async () => {
    const id = await started();
    await workOn("2026-11-23");
    await accept("2026-11-23");
    await as(database, system, reconcile);
    expect(await rows("select state from campaign")).toEqual([{ state: "sending" }]);
    await by((ctx) => pauseJourney(ctx, id));
    expect(await rows("select state from campaign")).toEqual([{ state: "paused" }]);
    await workOn("2026-12-20");
    expect(await one("select count(*) from follow_up")).toBe(0);
    await by((ctx) => resumeJourney(ctx, id));
    await workOn("2026-12-21");
    expect(await one("select count(*) from follow_up where state = 'open'")).toBe(4);
    await by((ctx) => endJourney(ctx, id), at("2026-12-22"));
    expect(await one("select count(*) from follow_up where state = 'open'")).toBe(0);
    expect(await rows("select distinct state, because from journey_entry")).toEqual([
      { state: "stopped", because: "ended" },
    ]);
    expect(await rows("select state from campaign")).toEqual([{ state: "finished" }]);
    await expect(by((ctx) => resumeJourney(ctx, id))).rejects.toThrow(/terminé/);
  });

  it("asks for a second person above the number of the fund", async () => {
    await pool.query("insert into campaign_setting (fund_id, approval_above) values ($1, 3)", [HERE]);
    await expect(started()).rejects.toThrow(/seconde personne/);
    const id = await by(async (ctx) => {
      const drafted = await draftJourney(ctx, "Proches du seuil");
      await saveJourney(ctx, drafted, text());
      await submitJourney(ctx, drafted);
      return drafted;
    });
    await expect(by((ctx) => startJourney(ctx, id))).rejects.toThrow(/seconde personne/);
    await pool.query("update segment set shared_at = now()");
    await as(database, anActor("campaign_officer", { id: SECOND }), (ctx) => startJourney(ctx, id), MONDAY);
    expect(await one("select count(*) from journey_entry")).toBe(4);
  });

  it("refuses what is not finished, what has started, and what somebody else has just saved", async () => {
    await expect(started({ steps: [] })).rejects.toThrow(/au moins une étape/);
    await expect(started({ segment: null })).rejects.toThrow(/public/);
    await expect(started({ steps: [{ ...step("letter", 0), letter: "" }] })).rejects.toThrow(/lettre de l'étape 1/);
    const id = await started();
    await expect(by((ctx) => saveJourney(ctx, id, text()))).rejects.toThrow(/en cours/);
    const draft = await by((ctx) => draftJourney(ctx, "Autre"));
    await by((ctx) => saveJourney(ctx, draft, text()));
    await expect(by((ctx) => saveJourney(ctx, draft, text()))).rejects.toThrow(/vient de modifier/);
  });

  it("is not found by another fund", async () => {
    const id = await started();
    const stranger = anActor("campaign_officer", { fundIds: [ELSEWHERE], id: SECOND });
    await expect(as(database, stranger, (ctx) => seenJourney(ctx, id))).rejects.toThrow(/introuvable/);
    await expect(as(database, stranger, (ctx) => pauseJourney(ctx, id))).rejects.toThrow(/introuvable/);
  });
});
