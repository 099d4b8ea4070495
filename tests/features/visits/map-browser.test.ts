import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import { aWindow, chromiumProgram, faultsOf, overflowOf, type Window } from "../../support/browser";
import { anActor, as, HERE, testDatabase } from "../../support/database";
import { aScore } from "../../support/factories";
import { aTandem } from "../../support/web";
import { aDelegate, aDoctorIn, aSectorIn } from "./field";

const program = chromiumProgram();
const KEY = "12 rue de la paix|44600";

/** Maps need WebGL, here without a graphics card. */
const DRAWING = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
const BLANK = {
  version: 8,
  sources: {},
  layers: [{ id: "sea", type: "background", paint: { "background-color": "#cde" } }],
};

/** Serves a style, or one whose tiles never come. */
const styles = createServer((request, response) => {
  const tiles = [`http://${request.headers.host}/tiles/{z}/{x}/{y}.png`];
  const broken = {
    version: 8,
    sources: { sheet: { type: "raster", tiles, tileSize: 256 } },
    layers: [{ id: "sheet", type: "raster", source: "sheet" }],
  };
  if (request.url?.startsWith("/tiles/")) return request.socket.destroy();
  const style = { "/blank.json": BLANK, "/broken.json": broken }[request.url ?? ""];
  response.writeHead(style ? 200 : 404, { "access-control-allow-origin": "*", "content-type": "application/json" });
  response.end(style ? JSON.stringify(style) : "");
});
await new Promise<void>((ready) => styles.listen(0, "127.0.0.1", ready));
const styleHost = `http://127.0.0.1:${(styles.address() as AddressInfo).port}`;
afterAll(() => new Promise((closed) => styles.close(closed)));

if (program) describe("a map in a browser", () => inABrowser(program));
else it.skip("SKIPPED: no Chromium on the path nor in CHROMIUM_PATH", () => {});

async function inABrowser(executablePath: string): Promise<void> {
  const database = await testDatabase();
  const grounds = {
    none: aTandem(database, { worker: false, env: { MAP_STYLE_URL: "" } }),
    style: aTandem(database, { worker: false, env: { MAP_STYLE_URL: `${styleHost}/blank.json` } }),
    broken: aTandem(database, { worker: false, env: { MAP_STYLE_URL: `${styleHost}/broken.json` } }),
  };
  let browser: Browser;
  let email = "";
  const ids = { claire: 0, yves: 0 };

  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-background-networking", "--no-first-run", ...DRAWING];
    browser = await chromium.launch({ executablePath, args });
    const sector = await aSectorIn(database);
    const eric = await aDelegate(database, [sector]);
    ids.claire = await aDoctorIn(database, sector, { practice_key: KEY });
    ids.yves = await aDoctorIn(database, sector, { last_name: "LE GOFF", town: "Nantes", commune_code: "44109" });
    await as(database, anActor("system"), (ctx) => aScore(ctx, ids.claire));
    await as(database, anActor("system"), (ctx) => aScore(ctx, ids.yves, { zone: "ZAC" }));
    await database.pool.query("insert into delegate_sector (account_id, sector_id, fund_id) values ($1, $2, $3)", [
      eric.id,
      sector,
      HERE,
    ]);
    const { rows } = await database.pool.query<{ email: string }>(
      "update account set password_hash = $2 where id = $1 returning email",
      [eric.id, await hashPassword(DEMO_PASSWORD)],
    );
    email = rows[0]!.email;
  });
  beforeEach(() => database.pool.query("delete from practice_point"));
  afterAll(() => browser?.close());

  const DESK = { width: 1280, height: 900, colorScheme: "light" } as const;
  const PHONE = { width: 390, height: 844, colorScheme: "dark" } as const;

  async function signedIn(ground: keyof typeof grounds, look: typeof DESK | typeof PHONE): Promise<Window> {
    const window = await aWindow(browser, grounds[ground].url, look);
    await window.page.goto("/connexion");
    await window.page.getByLabel("Adresse e-mail").fill(email);
    await window.page.getByLabel("Mot de passe", { exact: true }).fill(DEMO_PASSWORD);
    await window.page.keyboard.press("Enter");
    await window.page.waitForURL((url) => url.pathname !== "/connexion");
    return window;
  }

  async function sound({ page, complaints }: Window): Promise<void> {
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(complaints).toEqual([]);
  }

  /** The whole of it has been drawn: what stands in the middle can be pressed. */
  async function pressUntil(page: Page, at: { x: number; y: number }, shown: () => Promise<boolean>): Promise<void> {
    const canvas = page.locator("canvas.maplibregl-canvas");
    await canvas.waitFor();
    await expect
      .poll(
        async () => {
          await canvas.click({ position: at });
          return shown();
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(true);
  }

  const middleOf = async (page: Page) => {
    const box = (await page.locator(".map-frame").boundingBox())!;
    return { x: box.width / 2, y: box.height / 2 };
  };

  it.each([
    ["a desk", DESK],
    ["a telephone", PHONE],
  ] as const)("on %s: without any other ground, the map and its list say the same", async (_where, look) => {
    const window = await signedIn("none", look);
    const { page } = window;
    await page.goto("/visites/carte?zone=ZIP");
    await page.getByText("Contours indicatifs").waitFor();
    await sound(window);
    expect(await page.getByText("Fond de carte indisponible").count()).toBe(0);

    await page.getByRole("button", { name: "Montrer MARTIN Claire" }).click();
    await page.getByRole("heading", { name: "Choisi sur la carte" }).waitFor();
    expect(new URL(page.url()).searchParams.get("medecin")).toBe(String(ids.claire));
    await page.getByRole("button", { name: "Fermer" }).click();
    await page.getByRole("heading", { name: "Choisi sur la carte" }).waitFor({ state: "detached" });
    const { x, y } = await middleOf(page);
    const chosen = page.getByRole("heading", { name: "Choisi sur la carte" });
    await pressUntil(page, { x, y }, () => chosen.isVisible());

    const row = page.locator(".map-rows [data-row]", { hasText: "MARTIN Claire" }).first();
    expect(await row.getByRole("link", { name: "Planifier" }).getAttribute("href")).toBe(
      `/medecins/${ids.claire}/creneaux`,
    );
    expect(await row.getByRole("link", { name: "Pourquoi pas elle" }).getAttribute("href")).toBe(
      `/visites/semaine?medecin=${ids.claire}`,
    );
    await sound(window);
    await window.close();
  });

  it("can be passed over and moved with the keyboard alone", async () => {
    const window = await signedIn("none", DESK);
    const { page } = window;
    await page.goto("/visites/carte");
    await page.getByText("Contours indicatifs").waitFor();
    await page.getByRole("link", { name: "Passer la carte" }).focus();
    expect(await page.getByRole("link", { name: "Passer la carte" }).isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("maplibregl-canvas");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Equal");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("#liste") !== null)).toBe(true);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it("takes the ground it is told of, and only from there", async () => {
    const window = await signedIn("style", DESK);
    const answer = await window.page.goto("/visites/carte");
    await window.page.getByText("Fond de carte : 127.0.0.1").waitFor();
    expect(answer!.headers()["content-security-policy"]).toContain(`connect-src 'self' ${styleHost};`);
    await sound(window);
    await window.close();
  });

  it("says so when the ground has no tiles, and draws the outlines", async () => {
    const window = await signedIn("broken", DESK);
    await window.page.goto("/visites/carte");
    await window.page.getByText("Fond de carte indisponible").waitFor();
    await window.page.getByText("Contours indicatifs").waitFor();
    await window.close();
  });

  it.each([
    ["a desk", DESK],
    ["a telephone", PHONE],
  ] as const)(
    "on %s: a practice is placed by a click, nudged with the keys, saved and undone",
    async (_where, look) => {
      const window = await signedIn("none", look);
      const { page } = window;
      await page.goto(`/medecins/${ids.claire}/emplacement`);
      await page.getByText("Contours indicatifs").waitFor();
      await sound(window);
      const field = page.getByLabel("Coordonnées, ou adresse d'une carte en ligne");
      const { x, y } = await middleOf(page);
      await pressUntil(page, { x: x + 40, y: y + 30 }, async () => (await field.inputValue()) !== "");
      const clicked = await field.inputValue();
      await page.getByRole("button", { name: "Repère du cabinet" }).focus();
      await page.keyboard.press("Shift+ArrowUp");
      const nudged = await field.inputValue();
      expect(Number(nudged.split(",")[0])).toBeGreaterThan(Number(clicked.split(",")[0]));
      await sound(window);
      await page.getByRole("button", { name: "Enregistrer l'emplacement" }).click();
      await page.getByText("Emplacement enregistré.").waitFor();
      await expect.poll(() => field.inputValue()).toBe(nudged);
      await sound(window);
      await page.getByRole("button", { name: "Annuler" }).click();
      await page.getByText("de nouveau placé au centre de sa commune").waitFor();
      await expect.poll(() => field.inputValue()).toBe("");

      await field.fill("48.8566, 2.3522");
      await page.getByText("la commune de l'adresse").waitFor();
      await page.getByRole("button", { name: "Enregistrer l'emplacement" }).click();
      await page.getByRole("alert").waitFor();
      expect(window.complaints.filter((complaint) => !/422/.test(complaint))).toEqual([]);
      await window.close();
    },
  );
}
