import { describe, expect, it } from "vitest";
import { drawSector } from "~/territories/drawing.server";
import { sectors } from "~/territories/sectors.server";
import { anActor, as, ELSEWHERE, testDatabase } from "../../support/database";
import { aDoctor } from "../../support/factories";

const database = await testDatabase();
const manager = anActor("manager", { id: "00000000-0000-4000-8000-000000000001" });

describe("drawing a sector", () => {
  it("takes names and codes, and its doctors follow", () =>
    as(database, manager, async (ctx) => {
      const doctor = await aDoctor(ctx, { commune_code: "44036" });
      const placed = await drawSector(ctx, { name: "Pays de Châteaubriant", communes: ["CHATEAUBRIANT", "44051"] });
      expect(placed).toBe(2);
      const { rows } = await sectors(ctx);
      expect(rows).toMatchObject([{ name: "Pays de Châteaubriant", communes: 2 }]);
      const moved = await ctx.tx.selectFrom("doctor").select("sector_id").where("id", "=", doctor).executeTakeFirst();
      expect(moved?.sector_id).toBe(rows[0]?.id);
    }));

  it("moves a commune from the sector it had", () =>
    as(database, manager, async (ctx) => {
      await drawSector(ctx, { name: "Nord", communes: ["44036", "44051"] });
      await drawSector(ctx, { name: "Sud", communes: ["44051"] });
      const { rows } = await sectors(ctx);
      expect(rows.map(({ name, communes }) => [name, communes])).toEqual(
        expect.arrayContaining([
          ["Nord", 1],
          ["Sud", 1],
        ]),
      );
    }));

  it("names the communes it does not know, and those of another fund are not known", () =>
    as(database, manager, async (ctx) => {
      const drawn = drawSector(ctx, { name: "Ouest", communes: ["Nantes", "Angers", "Trifouilly"] });
      await expect(drawn).rejects.toMatchObject({
        refusal: "invalid",
        fields: { communes: [expect.stringMatching(/Angers, Trifouilly/)] },
      });
    }));

  it("stays invisible to another fund", async () => {
    await as(database, manager, (ctx) => drawSector(ctx, { name: "Est", communes: ["44051"] }));
    const stranger = anActor("manager", { fundIds: [ELSEWHERE], id: "00000000-0000-4000-8000-000000000001" });
    expect((await as(database, stranger, sectors)).rows).toEqual([]);
  });
});
