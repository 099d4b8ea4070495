import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { wallAt } from "~/calendar/zoned";
import { runImport } from "~/imports/import-run.command";
import type { ImportKind } from "~/imports/kinds";
import { insertAccount } from "~db/queries/accounts";
import { placeDelegate, placeSector } from "~db/queries/installation";
import { aWindow, chromiumProgram, faultsOf, overflowOf, startBrowser, type Window } from "../support/browser";
import { as, testDatabase } from "../support/database";
import { inPieces } from "../support/files";
import { mayenne } from "../support/mayenne";
import { aTandem, until } from "../support/web";

const program = chromiumProgram();
const FUND = 531;
const DELEGATE = "Camille Déléguée";

if (program) describe("in a browser", () => journeyIn(program));
else {
  const why = "SKIPPED: no Chromium on the path (chromium, chromium-browser, google-chrome) nor in CHROMIUM_PATH";
  console.log(why);
  describe("in a browser", () => it.skip(why, () => {}));
}

async function journeyIn(chromium: string): Promise<void> {
  const database = await testDatabase();
  const tandem = aTandem(database);
  let browser: Awaited<ReturnType<typeof startBrowser>> | undefined;

  beforeAll(async () => {
    browser = await startBrowser(chromium);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const { rows } = await database.pool.query("select code from commune where fund_id = $1 and kind = 'commune'", [
      FUND,
    ]);
    await as(database, SYSTEM_ACTOR, async ({ tx }) => {
      const account = {
        role: "delegate",
        name: DELEGATE,
        email: "delegue@demo.example",
        passwordHash,
        demo: true,
      } as const;
      const id = await insertAccount(tx, { fundId: FUND, ...account });
      const sectorId = await placeSector(
        tx,
        FUND,
        "Toute la Mayenne",
        rows.map(({ code }) => code),
      );
      await placeDelegate(tx, id!, sectorId, FUND);
    });
    const files: [ImportKind, string][] = [
      ["zonage", mayenne.zoning()],
      ["rpps", mayenne.rpps()],
      ["ameli", mayenne.ameli()],
      ["patientele", mayenne.patientCounts()],
    ];
    for (const [kind, text] of files) {
      const name = kind === "rpps" ? "PS_LibreAcces_Personne_activite_202611210842.txt" : `${kind}.csv`;
      await runImport(tandem.services, SYSTEM_ACTOR, {
        kind,
        name,
        content: inPieces(text),
        fundId: FUND,
        confirmed: true,
      });
    }
  }, 180_000);
  afterAll(() => browser?.close());

  /** The page as it stands bears no fault and stays within the screen. */
  async function sound({ page }: Window): Promise<void> {
    expect(await faultsOf(page)).toEqual([]);
    expect([page.url(), await overflowOf(page)]).toEqual([page.url(), 0]);
  }

  it("on a telephone: say where one starts, take a week, hold a visit, report it, take up the promise, subscribe", async () => {
    const window = await aWindow(browser!, tandem.url, { width: 390, height: 844, colorScheme: "light" });
    const { page } = window;
    await page.goto("/connexion");
    await page.getByRole("button", { name: DELEGATE }).click();
    await page.waitForURL(`${tandem.url}/`);
    await sound(window);

    await page.goto("/visites/semaine");
    await page.getByText("point de départ").first().waitFor();
    await sound(window);
    await page.goto("/visites/reglages");
    await sound(window);
    await database.pool.query(
      `insert into delegate_setting (account_id, fund_id, base_label, base_latitude, base_longitude, hours, lunch_from, lunch_to,
         lunch_minutes, visit_minutes, most_visits, safety_percent)
       select id, fund_id, 'CPAM, Laval', 48.07, -0.77, '[[510,1050],[510,1050],[510,1050],[510,1050],[510,1050],null,null]',
         720, 840, 45, 30, 8, 10 from account where name = $1 on conflict do nothing`,
      [DELEGATE],
    );

    const { day: today } = wallAt(new Date(), "Europe/Paris");
    const nextWeek = new Date(Date.parse(`${today}T12:00:00Z`) + 8 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/visites/semaine?semaine=${nextWeek}`);
    const asked = Date.now();
    await page.getByRole("button", { name: "Proposer ma semaine" }).first().click();
    await page.getByRole("button", { name: /Accepter la semaine/ }).waitFor();
    expect(Date.now() - asked).toBeLessThan(30_000);
    await sound(window);
    await page.getByRole("button", { name: /Accepter la semaine/ }).click();
    await page.getByRole("button", { name: /^Inscrire/ }).click();
    const booked = () => database.pool.query("select id from visit where state = 'booked' order by starts_at");
    const { rows: visits } = await until(booked, ({ rowCount }) => (rowCount ?? 0) > 5);
    await sound(window);

    // The hour of the first visit has come and gone.
    await database.pool.query(
      "update visit set starts_at = now() - interval '2 hours', ends_at = now() - interval '90 minutes' where id = $1",
      [visits[0].id],
    );
    const held = wallAt(new Date(Date.now() - 2 * 3_600_000), "Europe/Paris").day;
    await page.goto(`/visites/journee?jour=${held}`);
    await sound(window);
    await page.goto(`/visites/${visits[0].id}/compte-rendu`);
    await sound(window);
    await page.getByText("Intéressé", { exact: true }).first().click();
    await page.getByRole("button", { name: /Enregistrer/ }).click();
    await until(
      () => database.pool.query("select result from report"),
      ({ rows }) => rows[0]?.result === "interested",
    );
    await page
      .getByText(/Reçu|enregistré/i)
      .first()
      .waitFor();
    await sound(window);

    await page.goto("/visites/relances");
    await page.locator("[data-row]").first().waitFor();
    await sound(window);
    for (const path of ["/visites/calendrier", "/visites/carte", `/visites/journee?jour=${nextWeek}`]) {
      await page.goto(path);
      await sound(window);
    }

    const { rows: stages } = await database.pool.query("select stage from doctor_stage order by 1");
    expect(stages.map(({ stage }) => stage)).toContain("intends");
    expect(window.complaints.filter((line) => !/geopf|Failed to load|net::|GL Driver|WebGL/.test(line))).toEqual([]);
    expect(tandem.errors).toEqual([]);
    await window.close();
  }, 240_000);

  it("the secret address gives a calendar that another library reads", async () => {
    const window = await aWindow(browser!, tandem.url, { width: 1280, height: 900, colorScheme: "light" });
    const { page } = window;
    await page.goto("/connexion");
    await page.getByRole("button", { name: DELEGATE }).click();
    await page.waitForURL(`${tandem.url}/`);
    await page.goto("/visites/calendrier");
    await page
      .getByRole("button", { name: /adresse/i })
      .first()
      .click();
    const address = page.locator("input[readonly], code").filter({ hasText: /.*/ }).first();
    await address.waitFor();
    const url = (await address.inputValue().catch(() => address.textContent()))!;
    const answer = await fetch(url);
    expect(answer.headers.get("content-type")).toMatch(/text\/calendar/);
    const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents("vevent");
    expect(events.length).toBeGreaterThan(4);
    await sound(window);
    await window.close();
  }, 120_000);
}
