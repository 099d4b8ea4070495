import { beforeAll, expect, it } from "vitest";
import { approveCampaign } from "~/campaigns/approval.server";
import { draftCampaign, editCampaign } from "~/campaigns/campaigns.server";
import { letterToSend, USUAL_FRAME } from "~/campaigns/ingredients.server";
import { registerOf } from "~/campaigns/register/register.server";
import { csvLine } from "~/format/csv";
import { anActor, as, ELSEWHERE, HERE, testDatabase } from "../../support/database";
import { seedDoctors } from "./post-office";

const database = await testDatabase();
const officer = anActor("campaign_officer");
let id = "";

beforeAll(async () => {
  await seedDoctors(database, 4_100);
  id = await as(database, officer, async (ctx) => {
    const made = await draftCampaign(ctx, { fundId: HERE, name: "Essai", category: "information", holdoutPercent: 10 });
    await editCampaign(ctx, made, { ...(await letterToSend(ctx, "demo")), ...USUAL_FRAME });
    await approveCampaign(ctx, made);
    return made;
  });
});

async function everyLine() {
  const { pages } = await as(database, officer, (ctx) => registerOf(ctx, id));
  const lines: (readonly (string | number | null)[])[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const page = await as(database, officer, (ctx) => pages(ctx, from));
    lines.push(...page.lines);
    after = page.next;
  }
  return lines;
}

it("has one line a doctor and one line of titles, those kept aside included", async () => {
  const [titles, ...lines] = await everyLine();
  expect(titles).toContain("état");
  expect(new Set(lines.map(([row]) => row)).size).toBe(4_100);
  expect(lines.filter((line) => line[6] === "mis de côté").length).toBeGreaterThan(200);
  expect(lines.filter((line) => line[6] === "en attente").length).toBeGreaterThan(3_000);
});

it("what a server answered cannot be computed by a spreadsheet", async () => {
  await database.pool.query(
    "update recipient set reply = '=cmd|''/c calc''!A0' where id = (select min(id) from recipient)",
  );
  const [, first] = await everyLine();
  expect(csvLine(first!)).toContain("'=cmd|'/c calc'!A0");
});

it("is nobody else's", async () => {
  const foreigner = anActor("campaign_officer", { fundIds: [ELSEWHERE] });
  await expect(as(database, foreigner, (ctx) => registerOf(ctx, id))).rejects.toThrow("introuvable");
});
