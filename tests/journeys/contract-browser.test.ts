import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import type { Role } from "~/access/permissions";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { addDays, addMonths } from "~/calendar/day";
import { wallAt } from "~/calendar/zoned";
import { insertAccount } from "~db/queries/accounts";
import { placeDelegate } from "~db/queries/installation";
import { aDoctorIn, aSectorIn } from "../features/visits/field";
import { aWindow, chromiumProgram, faultsOf, overflowOf, startBrowser, type Window } from "../support/browser";
import { as, HERE, testDatabase } from "../support/database";
import { aTandem, until } from "../support/web";

const program = chromiumProgram();
const DELEGATE = "Camille Déléguée";
const MANAGER = "Maud Responsable";
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
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const tandem = aTandem(database, { now: clock });
  let browser: Awaited<ReturnType<typeof startBrowser>> | undefined;
  let doctor = 0;

  beforeAll(async () => {
    browser = await startBrowser(chromium);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const people: [Role, string, string][] = [
      ["delegate", DELEGATE, "delegue@demo.example"],
      ["manager", MANAGER, "responsable@demo.example"],
    ];
    const sector = await aSectorIn(database);
    await as(database, SYSTEM_ACTOR, async ({ tx }) => {
      for (const [role, name, email] of people) {
        const id = await insertAccount(tx, { fundId: HERE, role, name, email, passwordHash, demo: true });
        if (role === "delegate") await placeDelegate(tx, id!, sector, HERE);
      }
    });
    const facts = { mt_total: 700, fee_sector: null, special_practice: false, newly_settled: true, replacement: false };
    doctor = await aDoctorIn(database, sector, { facts });
  }, 120_000);
  afterAll(() => browser?.close());

  async function signedIn(name: string, width: number): Promise<Window> {
    const window = await aWindow(browser!, tandem.url, { width, height: 844, colorScheme: "light" });
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

  const today = () => wallAt(clock(), "Europe/Paris").day;
  const contract = async () => (await database.pool.query("select * from contract")).rows[0];
  const stage = async () => (await database.pool.query("select stage from doctor_stage")).rows[0]?.stage;

  async function simulateAndHandOver(window: Window): Promise<void> {
    const { page } = window;
    await page.goto(`/medecins/${doctor}/simulation`);
    await page.getByLabel("Formule", { exact: true }).focus();
    await page.getByLabel("Formule", { exact: true }).selectOption("temps-plein");
    await page.waitForURL(/a=temps-plein/);
    await until(
      () => page.evaluate(() => document.activeElement?.getAttribute("name")),
      (name) => name === "a",
    );
    await sound(window);
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(sheet.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);

    await page.getByRole("link", { name: "Montrer au médecin" }).click();
    await page.waitForURL(/en-visite/);
    await sound(window);
    await page.getByRole("link", { name: "Fermer" }).click();
    await page.getByRole("button", { name: "Remettre cette simulation" }).click();
    await page.getByText(/^Remise le/).waitFor();
    expect(await stage()).toBe("simulated");
    await sound(window);
  }

  async function gatherThePapers(window: Window): Promise<string> {
    const { page } = window;
    await page.goto(`/medecins/${doctor}/contrat`);
    await page.getByLabel("Option").selectOption("1");
    await sound(window);
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await page.waitForURL(/contrats\/[0-9a-f-]{36}/);
    await sound(window);
    const papers = page.getByRole("button", { name: /^Reçue/ });
    await papers.first().waitFor();
    for (let left = await papers.count(); left > 0; left--) {
      await papers.first().click();
      await until(
        () => papers.count(),
        (count) => count === left - 1,
      );
    }
    await page.getByText("complet", { exact: true }).waitFor();
    await sound(window);
    return new URL(page.url()).pathname;
  }

  async function signAtTheDesk(path: string): Promise<void> {
    const window = await signedIn(MANAGER, DESK);
    const { page } = window;
    await page.goto("/contrats");
    await sound(window);
    await page.goto(path);
    await page.getByRole("button", { name: "Enregistrer la signature" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Tranche, donnée par la caisse").selectOption("P30_P50");
    await dialog.getByRole("button", { name: "Enregistrer la signature" }).click();
    await dialog.getByText(/Il reste à vérifier.*Le secteur conventionnel n'est pas connu/).waitFor();
    await sound(window);
    await dialog.getByLabel(/^Pourquoi signer/).fill("Secteur 1, lu sur l'annuaire santé");
    await dialog.getByRole("button", { name: "Enregistrer la signature" }).click();
    await page.getByText(/La signature est enregistrée/).waitFor();
    expect(await contract()).toMatchObject({ state: "signed", signed_on: today(), mt_patients: 700 });
    expect(await stage()).toBe("signed");
    await sound(window);
    // A refusal is answered 422, which the console reports.
    expect(window.complaints.filter((line) => !line.includes("status of 422"))).toEqual([]);
    await window.close();
  }

  async function hire(window: Window, path: string): Promise<void> {
    const { page } = window;
    await page.goto(path);
    await page.getByRole("button", { name: "Enregistrer l'embauche" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Prénom et nom de l'assistant").fill("Léa Roy");
    await dialog.getByLabel("Profil").selectOption("IDE");
    await sound(window);
    await dialog.getByRole("button", { name: "Enregistrer l'embauche" }).click();
    await page.getByText(/^Léa Roy$/).waitFor();
    expect((await contract()).state).toBe("running");
    await sound(window);
  }

  async function settleAMilestone(window: Window): Promise<void> {
    const { page } = window;
    await page.goto("/echeances");
    await sound(window);
    await page.getByRole("button", { name: /^Fait/ }).first().click();
    const done = () => database.pool.query("select 1 from milestone where state = 'done' and done_by is not null");
    await until(done, ({ rowCount }) => (rowCount ?? 0) === 1);
    await sound(window);
  }

  async function typeCounts(window: Window, path: string): Promise<void> {
    const { page } = window;
    await page.goto(path);
    await page.getByRole("link", { name: "Suivre la patientèle" }).click();
    await page.waitForURL(/patientele$/);
    const signedOn = (await contract()).signed_on;
    for (const [months, patients] of [
      [4, "702"],
      [7, "704"],
    ] as const) {
      await page.getByLabel("Compté le").fill(addMonths(signedOn, months));
      await page.getByLabel("Patients médecin traitant").fill(patients);
      await page.getByRole("button", { name: "Noter ce comptage" }).click();
      await page.getByRole("heading", { name: `${patients} patients le` }).waitFor();
    }
  }

  it("a simulation handed over, a file, its papers, a signature, a hire, the first dates, an alert, help on the way", async () => {
    const phone = await signedIn(DELEGATE, PHONE);
    const { page } = phone;
    await simulateAndHandOver(phone);
    const path = await gatherThePapers(phone);
    await expectNoSigning(phone);
    await signAtTheDesk(path);
    await hire(phone, path);

    ahead = (7 * 31 + 5) * 86_400_000;
    await settleAMilestone(phone);
    await typeCounts(phone, path);
    await page.getByRole("button", { name: "Prévoir une visite d'aide" }).waitFor();
    await sound(phone);
    await page.goto("/contrats/patienteles");
    await sound(phone);

    const manager = await signedIn(MANAGER, DESK);
    for (const each of [path, `${path}/patientele`, "/contrats/patienteles", "/echeances"]) {
      await manager.page.goto(each);
      await sound(manager);
    }
    await manager.page.goto(`${path}/patientele`);
    await manager.page.getByRole("button", { name: "Prévoir une visite d'aide" }).click();
    await manager.page.getByText(/Une visite d'aide est prévue/).waitFor();
    expect(manager.complaints).toEqual([]);
    await manager.close();

    const { rows: asked } = await database.pool.query("select doctor_id, kind, due_on from follow_up");
    expect(asked).toMatchObject([{ doctor_id: doctor, kind: "visit" }]);
    expect(asked[0].due_on > addDays(today(), 10)).toBe(true); // ten working days
    await page.goto("/visites/relances");
    await page.locator("[data-row]").filter({ hasText: "Martin" }).waitFor();
    await sound(phone);
    expect(phone.complaints).toEqual([]);
    expect(tandem.errors).toEqual([]);
    await phone.close();
  }, 240_000);

  /** What binds the caisse is not a delegate's to do. */
  async function expectNoSigning({ page }: Window): Promise<void> {
    expect(await page.getByRole("button", { name: "Enregistrer la signature" }).count()).toBe(0);
  }
}
