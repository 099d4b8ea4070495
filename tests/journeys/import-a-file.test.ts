import { beforeAll, expect, it } from "vitest";
import { anAccount, PASSWORD } from "../features/access/people";
import { testDatabase } from "../support/database";
import { mayenne } from "../support/mayenne";
import { onBothStores } from "../support/stores";
import { aTandem, aVisitor, until } from "../support/web";

const database = await testDatabase();
const FUND = 531;

interface Shown {
  status: string;
  read: number;
  rejected: number;
  difference: { created: number; gone: number } | null;
}

onBothStores((redisUrl) => {
  const tandem = aTandem(database, { redisUrl });

  beforeAll(async () => {
    await database.pool.query("delete from import; delete from score; delete from doctor; delete from audit_event");
  });

  it("a manager signs in, sends the directory, sees what it brings, agrees, and finds the doctors in the list", async () => {
    const { email } = await anAccount(database, { role: "manager", fundId: FUND });
    const manager = aVisitor(tandem);
    expect((await manager.signIn(email, PASSWORD)).headers.get("location")).toBe("/");

    const form = new FormData();
    form.set("kind", "rpps");
    form.set("sourceOn", "");
    form.set("fichier", new Blob([mayenne.rpps()]), "PS_LibreAcces_Personne_activite_202611210842.txt");
    const sent = await manager.post("/imports/nouveau", form);
    expect(sent.status).toBe(302);
    const page = sent.headers.get("location")!;

    const shown = () => manager.data<Shown>(page, "imports/show.route");
    const waiting = await until(shown, ({ status }) => status === "waiting");
    expect(waiting.difference).toMatchObject({ created: mayenne.doctors, gone: 0 });
    expect(waiting.rejected).toBeGreaterThan(0);
    expect(await (await manager.get(page)).text()).toContain("Voulez-vous appliquer ces changements");
    expect((await database.pool.query("select from doctor")).rowCount).toBe(0);

    expect((await manager.post(page, { step: "confirm" })).status).toBe(200);
    await until(shown, ({ status }) => status === "done");
    const list = await until(
      () => manager.data<{ total: number; rows: { name: string }[] }>("/medecins", "doctors/list.route"),
      ({ total }) => total === mayenne.doctors,
    );
    const html = await (await manager.get("/medecins")).text();
    for (const { name } of list.rows.slice(0, 5)) expect(html).toContain(name);

    const report = await manager.get(`${page}/rejets`);
    expect(report.headers.get("content-type")).toContain("text/csv");
    expect(report.headers.get("content-disposition")).toContain("rejets-rpps-2026-11-21.csv");
    const csv = (await report.text()).trimEnd().split("\r\n");
    expect(csv.filter((line) => /;rejetée;/.test(line))).toHaveLength(waiting.rejected);
    expect(tandem.errors).toEqual([]);
  });

  it("another fund's manager sees neither the import nor the doctors", async () => {
    const { email } = await anAccount(database, { role: "manager", fundId: 441 });
    const stranger = aVisitor(tandem);
    await stranger.signIn(email, PASSWORD);
    const { rows } = await database.pool.query("select id from import");
    expect((await stranger.get(`/imports/${rows[0].id}`)).status).toBe(404);
    expect((await stranger.get(`/imports/${rows[0].id}/rejets`)).status).toBe(404);
    expect((await stranger.post(`/imports/${rows[0].id}`, { step: "cancel" })).status).toBe(404);
    expect(await stranger.data("/medecins", "doctors/list.route")).toMatchObject({ total: 0 });
  });
});
