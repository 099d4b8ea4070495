import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { loadBuild } from "~/server/build";
import { anAccount, PASSWORD } from "../features/access/people";
import { anActor, as, testDatabase } from "../support/database";
import { aDoctor, aSector } from "../support/factories";
import { aTandem, aVisitor, type Visitor } from "../support/web";
import { DOORS, type Door, ROLES, type SignedInRole } from "./doors";

const database = await testDatabase();
const tandem = aTandem(database, { worker: false });
const visitors = new Map<SignedInRole, Visitor>();
const { routes } = await loadBuild();
let doctorId = 0;

beforeAll(async () => {
  let sectorId = 0;
  await as(database, anActor("system"), async (ctx) => {
    sectorId = await aSector(ctx);
    doctorId = await aDoctor(ctx, { sector_id: sectorId });
  });
  for (const role of ROLES) {
    const { email } = await anAccount(database, { role, sectorIds: role === "delegate" ? [sectorId] : [] });
    const visitor = aVisitor(tandem);
    expect((await visitor.signIn(email, PASSWORD)).status).toBe(302);
    visitors.set(role, visitor);
  }
});

/** The address of a screen, its parents' parts included; undefined for a frame without an address. */
function addressOf(route: ServerBuild["routes"][string]): string {
  const parent = route.parentId ? routes[route.parentId] : undefined;
  const own = route.path ?? "";
  return own.startsWith("/") || !parent ? own : `${addressOf(parent)}/${own}`.replace(/\/+$/, "");
}

const screens = Object.values(routes)
  .filter((route) => route.path !== undefined || route.index)
  .map((route) => ({ id: route.id, address: addressOf(route) || "/", route }));

const askFor = (address: string, door: Door) => (door.ask ?? address).replace(":doctor", String(doctorId));

it("the table of doors names every address that was built, and no other", () => {
  expect([...new Set(screens.map(({ address }) => address))].sort()).toEqual(Object.keys(DOORS).sort());
});

describe("nobody in particular", () => {
  const closed = Object.entries(DOORS).filter(([, door]) => door.may !== "anybody");

  it.each(closed)("is led from %s to the sign-in page, and back afterwards", async (address, door) => {
    const path = askFor(address, door);
    const answer = await aVisitor(tandem).get(path);
    const back = path === "/" ? "" : `?retour=${encodeURIComponent(path)}`;
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `/connexion${back}`]);
  });

  it("reads no screen's data, and no frame's", async () => {
    for (const { id, address, route } of screens) {
      const door = DOORS[address]!;
      if (door.may === "anybody" || !route.module.loader) continue;
      const answer = await aVisitor(tandem).get(`${askFor(address, door)}?_data=${encodeURIComponent(id)}`);
      expect([id, answer.status, answer.headers.get("x-remix-redirect")]).toEqual([
        id,
        204,
        expect.stringMatching(/^\/connexion/),
      ]);
      expect(await answer.text()).toBe("");
    }
  });

  it("changes nothing: every form leads to the sign-in page", async () => {
    for (const { id, address, route } of screens) {
      const door = DOORS[address]!;
      if (door.may === "anybody") continue;
      const index = route.index ? "?index" : "";
      const answer = await aVisitor(tandem).post(askFor(address, door) + index, {});
      // A screen without a form refuses the method, unless the frame around it asked first who this is.
      if (answer.status !== 405)
        expect([id, answer.headers.get("location")]).toEqual([id, expect.stringMatching(/^\/connexion/)]);
      else expect([id, route.module.action]).toEqual([id, undefined]);
    }
  });
});

describe.each(ROLES)("%s", (role) => {
  const may = ({ may: allowed }: Door) => allowed === "anybody" || allowed.includes(role);

  it("opens the doors of the role, and no other", async () => {
    const visitor = visitors.get(role)!;
    const found: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    const refusals: Record<string, boolean> = {};
    for (const [address, door] of Object.entries(DOORS)) {
      if (door.may === "anybody") continue;
      const answer = await visitor.get(askFor(address, door));
      found[address] = answer.headers.get("location") ?? answer.status;
      const isPage = answer.headers.get("content-type")?.startsWith("text/html");
      if (answer.status === 403 && isPage) refusals[address] = (await answer.text()).includes("Accès refusé");
      expected[address] = door.leads?.[role] ?? (may(door) ? (door.answer ?? 200) : 403);
    }
    expect(found).toEqual(expected);
    expect(Object.entries(refusals).filter(([, isExplained]) => !isExplained)).toEqual([]);
    expect(tandem.errors).toEqual([]);
  });

  it("reads no data of the others, and sends none of their forms", async () => {
    const visitor = visitors.get(role)!;
    for (const { id, address, route } of screens) {
      const door = DOORS[address]!;
      if (may(door)) continue;
      const path = askFor(address, door);
      if (route.module.loader) {
        expect([id, (await visitor.get(`${path}?_data=${encodeURIComponent(id)}`)).status]).toEqual([id, 403]);
      }
      const posted = await visitor.post(path + (route.index ? "?index" : ""), {});
      expect([id, posted.status]).toEqual([id, route.module.action ? 403 : 405]);
    }
  });
});

it("a campaign officer reads a doctor, and answers nothing in the doctor's place", async () => {
  const answer = await visitors
    .get("campaign_officer")!
    .post(`/medecins/${doctorId}`, { fact: "optam", value: "true" });
  expect(answer.status).toBe(403);
});
