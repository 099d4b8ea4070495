import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import { testDatabase } from "../../support/database";
import { aDelegate, aDoctorIn, aSectorIn } from "../visits/field";
import { contractDesk } from "./scene";

const database = await testDatabase();
const { file, see, step, papers } = contractDesk(database);

const OPEN = { fee_sector: "1", special_practice: false, newly_settled: false, replacement: false };
let manager: Actor;
let sector = 0;

beforeEach(async () => {
  sector = await aSectorIn(database);
  manager = { ...(await aDelegate(database, [])), role: "manager", scope: "fund" };
});

let rpps = 98_000_000_000;
const doctorWith = (facts: object) =>
  aDoctorIn(database, sector, { rpps: String(++rpps), facts: { ...OPEN, ...facts } });
const sign = (id: string, given: object = {}) =>
  step(manager, id, { intent: "sign", signedOn: "2026-11-20", reason: "", ...given });

async function aFile(facts: object): Promise<string> {
  const id = await file(manager, await doctorWith(facts));
  await papers(manager, id);
  return id;
}

async function aCompany(first: object, second: object): Promise<string> {
  const [one] = [await doctorWith(first), await doctorWith(second)];
  const given = { kind: "collective", company: "SCM des Lilas", companyForm: "SCM", etp: "1", employer: "company" };
  const id = await file(manager, one, { ...given, members: String(rpps) });
  await papers(manager, id);
  return id;
}

describe("an individual signature", () => {
  it("asks the texts again, and is recorded when they agree", async () => {
    const id = await aFile({ mt_total: 900 });
    expect((await see(manager, id)).judgement).toEqual({ refusal: null, doubts: [] });
    await sign(id, { patients: "900" });
    expect((await see(manager, id)).state).toBe("signed");
  });

  it("is refused on a clear no, with the criterion, whatever the reason", async () => {
    const id = await aFile({ mt_total: 900, fee_sector: "3" });
    const refused = sign(id, { patients: "900", reason: "Vu avec le médecin" });
    await expect(refused).rejects.toThrow(
      /«.Secteur conventionnel.» non rempli\. Médecin non conventionné.: il faut le secteur 1/u,
    );
  });

  it("is judged on the counts stated that day", async () => {
    const id = await aFile({ mt_total: 900 });
    await expect(sign(id, { patients: "700" })).rejects.toThrow(/700.patients MT pour un seuil de 775/u);
  });

  it("leaves what is not known to a manager, who says why", async () => {
    const id = await aFile({ mt_total: 900, fee_sector: null });
    expect((await see(manager, id)).judgement?.doubts.join()).toMatch(/secteur conventionnel n'est pas connu/);
    await expect(sign(id, { patients: "900" })).rejects.toThrow(/Il reste à vérifier/);
    await sign(id, { patients: "900", reason: "Secteur lu sur ameli" });
    expect((await see(manager, id)).events.at(-1)?.detail.reason).toBe("Secteur lu sur ameli");
  });

  it("does not refuse an old signature for what was learned since", async () => {
    const since = { fee_sector: { source: "ameli", on: "2026-10-01" } };
    const id = await aFile({ mt_total: 900, fee_sector: "3", sources: JSON.stringify(since) });
    const old = { signedOn: "2026-09-01", patients: "900" };
    await expect(sign(id, old)).rejects.toThrow(/Il reste à vérifier/);
    await sign(id, { ...old, reason: "En secteur 1 ce jour-là" });
  });
});

describe("a company's signature", () => {
  const WHY = { reason: "Associés en leur nom, lu dans les statuts" };

  it("checks the mean, never rounded", async () => {
    const short = await aCompany({ mt_total: 700 }, { mt_total: 849 });
    await expect(sign(short, WHY)).rejects.toThrow(/774,5.patients en moyenne pour un seuil de 775/u);
    await sign(await aCompany({ mt_total: 700 }, { mt_total: 850 }), WHY);
  });

  it("checks the sector of each, and particular practices", async () => {
    const dear = await aCompany({ mt_total: 900 }, { mt_total: 900, fee_sector: "2", optam: false });
    await expect(sign(dear, WHY)).rejects.toThrow(/ni en secteur 1 ni à l'Optam/);
    const particular = await aCompany({ mt_total: 900 }, { mt_total: 900, special_practice: true });
    await expect(sign(particular, WHY)).rejects.toThrow(/exercice particulier/);
  });

  it("asks what no file says: partners in their own name, a list that is not known", async () => {
    const id = await aCompany({ mt_total: 900 }, {});
    const { refusal, doubts } = (await see(manager, id)).judgement!;
    expect(refusal).toBeNull();
    expect(doubts.join()).toMatch(/associé.*patientèle moyenne du groupe n'est pas connue/);
    await expect(sign(id)).rejects.toThrow(/Il reste à vérifier/);
  });
});
