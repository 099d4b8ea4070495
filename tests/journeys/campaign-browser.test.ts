import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import type { Role } from "~/access/permissions";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { insertAccount } from "~db/queries/accounts";
import { seedDoctors } from "../features/campaigns/post-office";
import { aWindow, chromiumProgram, faultsOf, overflowOf, startBrowser, type Window } from "../support/browser";
import { as, HERE, testDatabase } from "../support/database";
import { aTandem, aVisitor, until } from "../support/web";

const program = chromiumProgram();
const OFFICER = "Camille Chargée";
const ADMINISTRATOR = "Dominique Administration";
const DOCTORS = 40;

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
    const people: [Role, string, string][] = [
      ["campaign_officer", OFFICER, "campagnes@demo.example"],
      ["super_administrator", ADMINISTRATOR, "plateforme@demo.example"],
    ];
    await as(database, SYSTEM_ACTOR, async ({ tx }) => {
      for (const [role, name, email] of people)
        await insertAccount(tx, {
          fundId: role === "super_administrator" ? null : HERE,
          role,
          name,
          email,
          passwordHash,
          demo: true,
        });
    });
    await seedDoctors(database, DOCTORS);
  }, 120_000);
  afterAll(() => browser?.close());

  async function signedIn(name: string, width = 1280): Promise<Window> {
    const window = await aWindow(browser!, tandem.url, { width, height: 800, colorScheme: "light" });
    await window.page.goto("/connexion");
    await window.page.getByRole("button", { name }).click();
    await window.page.waitForURL(`${tandem.url}/`);
    return window;
  }

  /** The page as it stands bears no fault and stays within the screen. */
  async function sound({ page }: Window): Promise<void> {
    expect(await faultsOf(page)).toEqual([]);
    expect([page.url(), await overflowOf(page)]).toEqual([page.url(), 0]);
  }

  it("a segment, a letter, a campaign prepared, rehearsed, sent once, read as it left, and refused by its reader", async () => {
    const window = await signedIn(OFFICER);
    const { page } = window;

    await page.goto("/segments/nouveau");
    await page.getByText(`${DOCTORS}`, { exact: true }).first().waitFor();
    await page.getByLabel("Nom du segment").fill("Généralistes du département");
    await sound(window);
    await page.getByRole("button", { name: "Enregistrer le segment" }).click();
    await page.waitForURL(/segments\/[0-9a-f-]{36}/);
    await sound(window);

    await page.goto("/lettres/nouvelle");
    await page.getByLabel("Nom de la lettre").fill("L'aide en une page");
    await page.getByRole("button", { name: "Créer la lettre" }).click();
    await page.waitForURL(/lettres\/[0-9a-f-]{36}/);
    await page.getByRole("region", { name: "Aperçu" }).waitFor();

    await page.goto("/campagnes/nouvelle");
    await page.getByLabel("Nom de la campagne").fill("Rappel d'hiver");
    await sound(window);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/campagnes\/[0-9a-f-]{36}/);
    await page.getByText("Choisissez la lettre à envoyer.").waitFor();
    await sound(window);

    await page.getByLabel("Public").selectOption({ label: "Généralistes du département" });
    await page.getByLabel("Lettre", { exact: true }).selectOption({ label: "L'aide en une page" });
    await page.getByLabel("Finalité").fill("Faire connaître l'aide");
    await page.getByLabel("Expéditeur").fill("Votre caisse");
    await page
      .getByLabel("Pourquoi le médecin reçoit ce courriel")
      .fill("Vous recevez ce message parce que vous exercez en libéral dans le département.");
    await page.getByLabel("Au plus tôt").fill("");
    await page.getByLabel("Au plus tard").fill("");
    await page.getByLabel("Part mise de côté").fill("50"); // half of twenty practices: never none
    await page.getByRole("button", { name: "Enregistrer la préparation" }).click();
    await page.getByText("La préparation est enregistrée.").waitFor();
    for (const worst of ["Nom le plus long", "Le moins connu", "Nom à particule", "Outre-mer", "Plusieurs cabinets"])
      await page.getByRole("button", { name: worst }).waitFor();
    await sound(window);

    await page.getByRole("button", { name: /^Valider l'envoi à/ }).click();
    const confirm = page.getByRole("alertdialog");
    await confirm.getByText("J'ai relu la lettre").click();
    await sound(window);
    await confirm.getByRole("button", { name: /^Valider l'envoi à/ }).click();
    await page.getByText("terminée").first().waitFor();
    await sound(window);

    const books = () => database.pool.query("select state, address from recipient order by id");
    const { rows } = await until(books, ({ rows: all }) => all.every(({ state }) => /accepted|held_out/.test(state)));
    expect(rows).toHaveLength(DOCTORS);
    const captured = await database.pool.query("select id, recipients from captured_mail order by id");
    const sent = rows.filter(({ state }) => state === "accepted").map(({ address }) => address);
    expect(captured.rows.flatMap(({ recipients }) => recipients).toSorted()).toEqual(sent.toSorted());
    expect(sent.length).toBeLessThan(DOCTORS); // some practices are kept aside to compare

    const desk = await signedIn(ADMINISTRATOR);
    await desk.page.goto(`/courriels/${captured.rows[0].id}`);
    await desk.page.getByText("Un assistant médical à vos côtés").first().waitFor();
    await desk.close();

    await readerRefuses(captured.rows[0].id);
    // The checker of accessibility tries its script in the letter's frame too, where nothing may run.
    expect(window.complaints.filter((each) => !each.includes("Blocked script execution in 'about:srcdoc'"))).toEqual(
      [],
    );
    await window.close();
  }, 240_000);

  async function readerRefuses(mailId: number): Promise<void> {
    const { rows } = await database.pool.query<{ raw: Buffer }>("select raw from captured_mail where id = $1", [
      mailId,
    ]);
    const header = /^List-Unsubscribe:\s*<([^>]+)>/im.exec(rows[0]!.raw.toString("latin1").replace(/\r\n[ \t]/g, ""));
    const stop = new URL(header![1]!).pathname;
    const refusals = () => database.pool.query("select 1 from opt_out").then(({ rowCount }) => rowCount);
    const scanner = aVisitor(tandem);
    for (const page of [stop, stop.replace("stop", "pourquoi-moi"), stop.replace("stop", "ma-simulation")])
      expect((await scanner.get(page)).status).toBe(200);
    expect(await refusals()).toBe(0);

    const phone = await aWindow(browser!, tandem.url, { width: 390, height: 844, colorScheme: "light" });
    for (const each of ["stop", "pourquoi-moi", "ma-simulation", "rendez-vous"]) {
      await phone.page.goto(stop.replace("stop", each));
      await sound(phone);
    }
    await phone.page.goto(stop);
    await phone.page
      .getByRole("button", { name: /^Ne plus recevoir/ })
      .first()
      .click();
    await phone.page.getByText("C'est noté").waitFor();
    await sound(phone);
    expect(await refusals()).toBe(1);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  }
}
