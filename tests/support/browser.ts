import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { onPath } from "./program";

/** The browser of the machine; we bring none. */
export function chromiumProgram(): string | undefined {
  return process.env.CHROMIUM_PATH || onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
}

export function startBrowser(executablePath: string): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-quic"];
  return chromium.launch({ executablePath, args });
}

export interface Window {
  readonly page: Page;
  /** Errors of the console, of scripts, of the content policy, and answers of 5xx, since the window was opened. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

export async function aWindow(
  browser: Browser,
  baseURL: string,
  { width, height, colorScheme }: Look,
): Promise<Window> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme,
    hasTouch: width < 600,
    reducedMotion: "reduce",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error}`));
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return { page, complaints, close: () => context.close() };
}

const LAW = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What the checker finds against the page as it stands, one line a fault. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(LAW).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${page.url()}: ${id}: ${node.html.slice(0, 200)}`));
}

/** Nothing to the right of the screen's edge: a page that scrolls sideways on a phone is broken. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
