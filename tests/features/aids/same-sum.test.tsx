import { readFileSync } from "node:fs";
import { renderToStaticMarkup as markup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AidSheet } from "~/aids/aid-sheet";
import { AidYears } from "~/aids/aid-years";
import { FaceYears } from "~/aids/face-to-face";
import { handSimulation, openFaceToFace, openSimulation } from "~/aids/simulation.server";
import { dayOf } from "~/calendar/day";
import { openSimulation as openLink } from "~/campaigns/doctor/addressee.server";
import { demoLetter } from "~/campaigns/letters/demo-letter";
import { merge } from "~/campaigns/letters/merge";
import { exampleOf } from "~/campaigns/letters/preview.server";
import { render } from "~/campaigns/letters/render";
import { linkToken } from "~/campaigns/letters/signed-link";
import { linkSecret } from "~/campaigns/links.server";
import { chromiumProgram, startBrowser } from "../../support/browser";
import { anActor, testDatabase } from "../../support/database";
import { startSink } from "../../support/smtp-sink";
import { openPostOffice, seedDoctors } from "../campaigns/post-office";

const database = await testDatabase();
const sink = await startSink();
const office = await openPostOffice(database, sink.url);
const manager = anActor("manager");
const EMPTY = { a: "", b: "", le: "", cout: "", tranche: "" };

/** Lists on each side of the lines: under P30, between P30 and P50, and above, where the band is not known. */
const LISTS = [700, 829, 1_400] as const;
let recipients: { id: number; doctor_id: number }[] = [];

beforeAll(async () => {
  await seedDoctors(database, LISTS.length);
  await database.pool.query(
    `insert into doctor_facts (doctor_id, fund_id, fee_sector, mt_total)
     select id, fund_id, '1', ($1::integer[])[row_number() over (order by id)] from doctor`,
    [LISTS],
  );
  await office.launch();
  await office.work();
  recipients = (await database.pool.query("select id, doctor_id from recipient order by doctor_id")).rows;
});
afterAll(async () => {
  await office.close();
  await sink.close();
});

const words = (html: string) =>
  html
    .replace(/<sup.*?<\/sup>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/\s+/g, " ");

/** « jusqu'à 22 000 € », « 22 000 à 38 000 € au plus »: the least and the most, in euros. */
function read(amount: string): readonly [number, number] {
  const figures = [...amount.matchAll(/\d[\d ]*/g)].map(([text]) => Number(text.replaceAll(" ", "")));
  return [figures[0]!, figures.at(-1)!];
}

const AMOUNT = String.raw`((?:jusqu'à )?\d[\d ]*(?: à \d[\d ]*)? €(?: au plus)?)`;
const amountAfter = (label: string, text: string, from = 0) => {
  const found = new RegExp(`${label}\\W.*?${AMOUNT}`).exec(text.slice(from));
  if (!found) throw new Error(`No amount after « ${label} » in: ${text.slice(0, 2_000)}`);
  return read(found[1]!);
};
const sum = (amounts: readonly (readonly [number, number])[]) =>
  amounts.reduce(([least, most], [low, high]) => [least + low, most + high] as const, [0, 0] as const);

const YEARS = ["1re année", "2e année", "3e année", "4e année", "5e année"];
const inTable = (html: string) => {
  const text = words(html.slice(html.indexOf("<tbody"), html.indexOf("</tbody>")).replaceAll(/ dès le [\d/]+/g, ""));
  return { years: YEARS.map((year) => amountAfter(year, text)), total: amountAfter("Sur cinq ans", text) };
};

it.each(LISTS.map((patients, rank) => ({ patients, rank })))(
  "a list of $patients: page, visit, paper, letter and link print the same years, and their sum",
  async ({ rank }) => {
    const { id, doctor_id } = recipients[rank]!;
    const doctor = String(doctor_id);
    const { shown, name, fund, today } = await office.as((ctx) => openSimulation(ctx, doctor, EMPTY), manager);

    const page = inTable(markup(<AidYears shown={shown} />));
    expect(sum(page.years)).toEqual(page.total);

    const paper = inTable(markup(<AidSheet {...{ shown, name, fund, today }} />));
    expect(paper).toEqual(page);

    const face = await office.as((ctx) => openFaceToFace(ctx, doctor, EMPTY), manager);
    const screen = words(markup(<FaceYears side={face.shown.sides[0]!} />).replaceAll(/ dès le [\d/]+/g, ""));
    expect(YEARS.map((year) => amountAfter(year, screen))).toEqual(page.years);
    expect(read(new RegExp(AMOUNT).exec(screen)![1]!)).toEqual(page.total);

    const token = linkToken(id, await office.as(linkSecret));
    const link = await office.as((ctx) => openLink(ctx, token, EMPTY));
    expect(inTable(markup(<AidYears shown={link.shown} />))).toEqual(page);

    const example = await office.as((ctx) => exampleOf(ctx, doctor_id), manager);
    const frame = { category: "information", sender: "Votre caisse", reason: "Essai." } as const;
    const letter = words(merge(render(demoLetter, frame, dayOf(new Date())), example.values).html);
    const [first, second] = [amountAfter("1re année", letter), amountAfter("2e année", letter)];
    const later = amountAfter("3e, 4e et 5e année, chacune", letter);
    expect([first, second, later, later, later]).toEqual(page.years);
    expect(amountAfter("Sur les cinq ans du contrat", letter)).toEqual(page.total);

    await office.as((ctx) => handSimulation(ctx, doctor, EMPTY), manager);
    const kept = (await office.as((ctx) => openSimulation(ctx, doctor, EMPTY), manager)).handed[0]!.sides[0]!;
    expect(sum(kept.years.map(({ minCents, maxCents }) => [minCents! / 100, maxCents! / 100]))).toEqual(page.total);
  },
);

const program = chromiumProgram();
if (!program) console.log("SKIPPED: the printed page, no Chromium on this machine.");

describe.skipIf(!program)("on paper", () => {
  it.each([
    EMPTY,
    { ...EMPTY, a: "deuxieme-temps-plein", b: "collectif-3" },
    { ...EMPTY, a: "deuxieme-temps-plein", b: "temps-plein" },
    { ...EMPTY, a: "collectif-6", b: "temps-plein" },
    { ...EMPTY, a: "tiers-temps", b: "mi-temps", le: "2021-09-01", cout: "2450,50" },
    { ...EMPTY, a: "temps-plein", b: "aucune" },
  ])("it is one A4 page: $a $b", async (text) => {
    const doctor = String(recipients[2]!.doctor_id);
    const { shown, name, fund, today } = await office.as((ctx) => openSimulation(ctx, doctor, text), manager);
    const sheet = markup(
      <div className="page">
        <div className="print-header">{fund}</div>
        <div className="doctor-first">Points de priorité</div>
        <div className="aids">
          <AidSheet {...{ shown, name, fund, today }} />
        </div>
      </div>,
    );
    const browser = await startBrowser(program!);
    try {
      const page = await browser.newPage();
      await page.setContent(`<!doctype html><html lang="fr"><style>${styles()}</style><body>${sheet}</body></html>`);
      await page.evaluate("document.fonts.ready");
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".doctor-first").isVisible()).toBe(false);
      expect(await page.locator(".aid-title").isVisible()).toBe(true);
    } finally {
      await browser.close();
    }
  });
});

/** The theme as its one entry lays it out, with its typeface, then the room's own. */
function styles(): string {
  const theme = "app/ui/theme/";
  const entry = readFileSync(`${theme}theme.css`, "utf8");
  const font = readFileSync(
    "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  ).toString("base64");
  const parts = [...entry.matchAll(/@import "\.\/(.+?)" layer\((\w+)\);/g)].map(
    ([, file, layer]) => `@layer ${layer} { ${readFileSync(theme + file, "utf8")} }`,
  );
  return [
    "@layer tokens, base, layout, parts, screens, adaptations;",
    `@font-face { font-family: "Atkinson Hyperlegible Next Variable"; src: url(data:font/woff2;base64,${font}); font-weight: 200 800; }`,
    ...parts,
    readFileSync("app/aids/simulation.css", "utf8"),
  ].join("\n");
}
