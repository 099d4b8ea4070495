import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWindow, chromiumProgram, faultsOf, overflowOf, startBrowser, type Window } from "../support/browser";
import { testDatabase } from "../support/database";
import { aTandem } from "../support/web";
import { aCampaignUnderWay, inTwoWeeks, MANAGER, READER } from "./steering-scene";

const program = chromiumProgram();
const PHONE = 390;
const DESK = 1280;

if (program) describe("in a browser", () => journeyIn(program));
else {
  const why = "SKIPPED: no Chromium on the path (chromium, chromium-browser, google-chrome) nor in CHROMIUM_PATH";
  console.log(why);
  describe("in a browser", () => it.skip(why, () => {}));
}

async function journeyIn(chromium: string): Promise<void> {
  const database = await testDatabase();
  const tandem = aTandem(database, { worker: false });
  let browser: Awaited<ReturnType<typeof startBrowser>> | undefined;
  let doctor = 0;

  beforeAll(async () => {
    browser = await startBrowser(chromium);
    doctor = await aCampaignUnderWay(database);
  }, 240_000);
  afterAll(() => browser?.close());

  async function signedIn(name: string, width: number): Promise<Window> {
    const window = await aWindow(browser!, tandem.url, { width, height: 844, colorScheme: "light" });
    await window.page.goto("/connexion");
    await window.page.getByRole("button", { name }).click();
    await window.page.waitForURL((url) => url.pathname !== "/connexion");
    return window;
  }

  /** The page as it stands bears no fault and stays within the screen. */
  async function sound({ page }: Window): Promise<void> {
    expect(await faultsOf(page)).toEqual([]);
    expect([page.url(), await overflowOf(page)]).toEqual([page.url(), 0]);
  }

  const stage = async () =>
    (await database.pool.query("select stage from doctor_stage where doctor_id = $1", [doctor])).rows[0]?.stage;

  /** On paper the figures stand in full, and the sheet can be made. */
  async function printed({ page }: Window, table: string): Promise<void> {
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("table", { name: table }).isVisible()).toBe(true);
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "screen" });
  }

  /** The rows of the sheet that the page's link gives, read by another library than the one that wrote it. */
  async function workbookOf({ page }: Window) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Exporter en classeur XLSX" }).click(),
    ]);
    const file = await download.path();
    return { name: download.suggestedFilename(), rows: await readSheet(file, 1), about: await readSheet(file, 2) };
  }

  async function fromAFigureToItsRows(window: Window): Promise<void> {
    const { page } = window;
    await page.goto("/pilotage");
    await sound(window);
    await printed(window, "Part des zones et des généralistes");
    const heading = await page.getByRole("heading", { name: /médecins rencontrés sur/ }).textContent();
    await page.getByRole("link", { name: "Voir les médecins rencontrés" }).click();
    await page.waitForURL(/entonnoir\/medecins/);
    const met = (await page.locator(".page-count").textContent())!;
    expect(heading).toMatch(new RegExp(`^${met}\\smédecins`));
    await sound(window);

    await page.goto("/pilotage");
    const opens = page.locator("a[href*='alerte=']");
    const alert = page.getByRole("listitem").filter({ has: opens }).first();
    const waiting = Number.parseInt((await alert.textContent())!, 10);
    await alert.getByRole("link").click();
    await page.waitForURL(/alerte=/);
    expect(await page.locator(".page-count").textContent()).toBe(String(waiting));
    expect(await page.locator("[data-row]").count()).toBe(waiting);
    await sound(window);
  }

  async function moveByHandAndUndo(window: Window): Promise<void> {
    const { page } = window;
    await page.goto("/entonnoir");
    await sound(window);
    await printed(window, "Médecins par étape, avec la part de l'étape précédente et le délai médian depuis elle");
    const cell = page.locator("a[data-stage=contacted]");
    const counted = (await cell.textContent())!;
    await cell.click();
    await page.waitForURL(/etape=contacted/);
    expect(await page.locator(".page-count").textContent()).toBe(counted);
    await sound(window);

    await page.getByRole("link", { name: /^Étapes de ABGRALL/ }).click();
    await page.waitForURL(new RegExp(`medecins/${doctor}$`));
    await sound(window);
    await page.getByRole("button", { name: "Noter l'étape" }).click();
    await page.getByText("Choisissez l'étape.").first().waitFor();
    await sound(window);
    await page.getByLabel("Étape", { exact: true }).selectOption("intends");
    await page.getByLabel("Motif", { exact: true }).fill("A dit oui au téléphone");
    await page.getByRole("button", { name: "Noter l'étape" }).click();
    await page.getByText("Le changement d'étape est noté").waitFor();
    expect(await stage()).toBe("intends");
    await sound(window);
    await page.getByRole("button", { name: "Annuler" }).click();
    await page.getByText("Le changement est annulé").waitFor();
    expect(await stage()).toBe("contacted");
    await sound(window);
  }

  async function tryAScenario(window: Window): Promise<void> {
    const { page } = window;
    await page.goto("/prevision");
    await page.getByText("Contrats prévus", { exact: true }).waitFor();
    await sound(window);
    await printed(window, "Contrats prévus par semaine");
    await page.getByLabel(/^Délégués en plus/).fill("2");
    await page.getByLabel(/^Une campagne de plus/).fill("400");
    await page.getByRole("button", { name: "Tester ce scénario" }).click();
    await page.getByText(/^Ce scénario ajoute environ/).waitFor();
    await sound(window);
    await page.getByRole("link", { name: "Revenir à la situation d'aujourd'hui" }).click();
    await page.getByText(/^Ce scénario/).waitFor({ state: "detached" });

    await page.goto("/prevision/modele");
    await page.getByText("La probabilité n'est pas proposée").waitFor(); // forty weeks do not beat the base rate
    await sound(window);
    await page.goto("/atteignabilite");
    await page.getByRole("heading", { name: "Secteur par secteur" }).waitFor();
    await sound(window);
    await printed(window, "Visites demandées et possibles par semaine");
  }

  async function planASwapAndCancelIt(window: Window): Promise<void> {
    const { page } = window;
    const sectors = () => database.pool.query("select * from sector_commune order by commune_code");
    const { rows: before } = await sectors();
    await page.goto("/secteurs/equilibre");
    await page.getByRole("table", { name: "Communes qui changeraient de secteur" }).waitFor();
    await sound(window);
    await page.getByLabel("Appliquer au").fill(inTwoWeeks());
    await page.getByRole("button", { name: "Prévoir ce changement" }).click();
    await page.getByText(/^Un changement est prévu le/).waitFor();
    await sound(window);
    const { rows: planned } = await database.pool.query("select state, apply_on::text from sector_change");
    expect(planned).toEqual([{ state: "planned", apply_on: inTwoWeeks() }]);
    await page.getByRole("button", { name: "Annuler ce changement" }).click();
    await page.getByText(/^Annulé, prévu pour le/).waitFor();
    expect((await sectors()).rows).toEqual(before);
    await sound(window);
  }

  async function takeFilesAway(window: Window): Promise<void> {
    const { page } = window;
    await page.goto("/rapport");
    await page.getByRole("button", { name: "Le recevoir chaque lundi" }).click();
    await page.getByText("Vous recevrez ce rapport chaque lundi").waitFor();
    await sound(window);
    await page.goto("/entonnoir");
    const shown = (await page.locator("a[data-stage=visited]").textContent())!;
    const funnel = await workbookOf(window);
    expect(funnel.name).toMatch(/^entonnoir-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(funnel.rows.find((row) => row.includes("visité"))).toContain(Number(shown.replaceAll(/\D/g, "")));
    expect(funnel.about.map(([label]) => label)).toEqual(expect.arrayContaining(["Lecture", "Calculé"]));
    await page.goto("/medecins?zone=ZIP");
    const doctors = await workbookOf(window);
    expect(doctors.rows[0]!.slice(0, 3)).toEqual(["RPPS", "Nom", "Prénom"]);
    expect(doctors.rows.map((row) => row[1])).toContain("ABGRALL");
    expect(doctors.about).toContainEqual(["Filtres", "en ZIP"]);
  }

  async function compareCampaigns(window: Window): Promise<void> {
    const { page } = window;
    await page.goto("/campagnes/resultats");
    await page.getByRole("link", { name: "Rappel d'automne" }).waitFor();
    await sound(window);
  }

  it("a manager goes from a figure to its rows, moves a stage, tries means, plans a swap, takes a file away", async () => {
    const window = await signedIn(MANAGER, DESK);
    await fromAFigureToItsRows(window);
    await moveByHandAndUndo(window);
    await tryAScenario(window);
    await planASwapAndCancelIt(window);
    await takeFilesAway(window);
    await compareCampaigns(window);
    // A refusal is answered 422, which the console reports.
    expect(window.complaints.filter((line) => !line.includes("status of 422"))).toEqual([]);
    expect(tandem.errors).toEqual([]);
    await window.close();
  }, 300_000);

  it("the same pages on a telephone", async () => {
    const window = await signedIn(MANAGER, PHONE);
    for (const path of PAGES) {
      await window.page.goto(path.replace(":doctor", String(doctor)));
      await sound(window);
    }
    expect(window.complaints).toEqual([]);
    expect(tandem.errors).toEqual([]);
    await window.close();
  }, 240_000);

  it("the reader of the nation has the map, its twin, and no doctor", async () => {
    for (const width of [DESK, PHONE]) {
      const window = await signedIn(READER, width);
      const { page } = window;
      await page.goto("/national?mesure=contrats");
      await page.getByRole("img", { name: /par département/ }).waitFor();
      await page.getByRole("row", { name: /^44 / }).first().waitFor();
      await sound(window);
      for (const path of ["/national", "/pilotage", "/entonnoir", "/prevision", "/atteignabilite"]) {
        await page.goto(path);
        await sound(window);
        expect(await page.locator("a[href*='/medecins']").count()).toBe(0);
      }
      expect(window.complaints).toEqual([]);
      await window.close();
    }
    expect(tandem.errors).toEqual([]);
  }, 240_000);
}

const PAGES = [
  "/pilotage",
  "/pilotage/objectifs",
  "/pilotage/medecins?alerte=unreported",
  "/entonnoir",
  "/entonnoir?vue=periode&comparer=1&b_zone=autres",
  "/entonnoir/medecins?etape=visited",
  "/entonnoir/medecins/:doctor",
  "/prevision",
  "/prevision?delegues=2",
  "/prevision/modele",
  "/atteignabilite",
  "/secteurs/equilibre",
  "/rapport",
  "/campagnes/resultats",
];
