import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { runImport } from "~/imports/import-run.command";
import type { ImportKind } from "~/imports/kinds";
import { insertAccount } from "~db/queries/accounts";
import { aWindow, chromiumProgram, faultsOf, overflowOf, startBrowser, type Window } from "../support/browser";
import { as, testDatabase } from "../support/database";
import { inPieces } from "../support/files";
import { mayenne } from "../support/mayenne";
import { aTandem } from "../support/web";

const program = chromiumProgram();
const FUND = 531;
const MANAGER = "Camille Responsable";

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
    const account = {
      fundId: FUND,
      role: "manager",
      name: MANAGER,
      email: "responsable@demo.example",
      passwordHash,
      demo: true,
    } as const;
    await as(database, SYSTEM_ACTOR, ({ tx }) => insertAccount(tx, account));
  });
  afterAll(() => browser?.close());

  /** What the directory does not tell: zones, fee sectors and patient counts. */
  async function completeTheData(): Promise<void> {
    const files: [ImportKind, string][] = [
      ["zonage", mayenne.zoning()],
      ["ameli", mayenne.ameli()],
      ["patientele", mayenne.patientCounts()],
    ];
    for (const [kind, text] of files) {
      const file = { kind, name: `${kind}.csv`, content: inPieces(text), fundId: FUND, confirmed: true };
      await runImport(tandem.services, SYSTEM_ACTOR, file);
    }
  }

  /** The page as it stands bears no fault and stays within the screen. */
  async function sound({ page }: Window): Promise<void> {
    expect(await faultsOf(page)).toEqual([]);
    expect([page.url(), await overflowOf(page)]).toEqual([page.url(), 0]);
  }

  it.each([
    ["a desk, by day", { width: 1280, height: 900, colorScheme: "light" }],
    ["a telephone, by night", { width: 390, height: 844, colorScheme: "dark" }],
  ] as const)("on %s: sign in, send the directory, agree, find a doctor with the keyboard", async (_where, look) => {
    await database.pool.query("delete from score; delete from doctor; delete from import; delete from commune_zone");
    const window = await aWindow(browser!, tandem.url, look);
    const { page } = window;

    await page.goto("/");
    await page.waitForURL("**/connexion");
    await sound(window);
    await page.getByRole("button", { name: MANAGER }).click();
    await page.waitForURL(`${tandem.url}/`);
    await sound(window);

    await page.goto("/imports");
    await sound(window);
    await page.getByRole("link", { name: "Importer un fichier" }).first().click();
    await page.waitForURL("**/imports/nouveau");
    await sound(window);
    const file = { name: "PS_LibreAcces_Personne_activite_202611210842.txt", mimeType: "text/plain" };
    await page.locator('input[name="fichier"]').setInputFiles({ ...file, buffer: Buffer.from(mayenne.rpps()) });
    await page.getByRole("button", { name: "Envoyer et lire le fichier" }).click();
    await page.waitForURL(/\/imports\/[\da-f-]{36}$/);
    await page.getByText("Voulez-vous appliquer ces changements").waitFor();
    await sound(window);
    await page.getByRole("button", { name: "Appliquer les changements" }).click();
    await page.getByText("Terminé").first().waitFor();
    await sound(window);

    await completeTheData();
    await page.goto("/medecins");
    await page.locator("[data-row]").first().waitFor();
    await sound(window);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const second = page.locator("[data-row]").nth(1);
    const doctor = /\/medecins\/\d+/.exec((await second.locator("a").first().getAttribute("href"))!)![0];
    expect(await second.evaluate((row) => row.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${doctor}*`);
    await page.locator(`a[href*="${doctor}/cabinet"]`).first().waitFor();
    await sound(window);
    for (const tab of ["cabinet", "donnees"]) {
      await page.locator(`a[href*="${doctor}/${tab}"]`).first().click();
      await page.waitForURL(`**/${tab}*`);
      await sound(window);
    }

    expect(window.complaints).toEqual([]);
    expect(tandem.errors).toEqual([]);
    await window.close();
  });
}
