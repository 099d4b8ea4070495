import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { addDays, dayOf } from "~/calendar/day";
import { runImport } from "~/imports/import-run.command";
import type { ImportKind } from "~/imports/kinds";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { insertAccount } from "~db/queries/accounts";
import { isEmptyInstallation, placeDelegate, placeSector } from "~db/queries/installation";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";
import { demoAccounts } from "./accounts";
import { ameliFile } from "./ameli-file";
import { emailFile } from "./email-file";
import { demoGround } from "./ground";
import { patientCountFile } from "./patient-count-file";
import { DEMO_DEPARTMENTS, demoRegion } from "./region";
import { rppsFile } from "./rpps-file";
import { demoSectors } from "./sectors";
import { zoningFile } from "./zoning-file";

const SEED = "pays-de-la-loire";

/** Loads a believable region into an empty installation, through the same import as anybody's files. Returns whether it did. */
export async function loadDemo(services: Services): Promise<boolean> {
  if (!(await actAs(services.pool, SYSTEM_ACTOR, isEmptyInstallation))) return false;
  services.log.info({}, "première ouverture : préparation de la région de démonstration");
  const funds = FUNDS.filter((fund) => (DEMO_DEPARTMENTS as readonly string[]).includes(fund.department));
  await placePeople(services, funds);
  const today = dayOf(services.now());
  const region = demoRegion(demoGround(communes(), FUNDS), SEED, DEMO_DEPARTMENTS, today);
  const stamp = addDays(today, -2).replaceAll("-", "");
  const files: [ImportKind, string, Iterable<string>][] = [
    ["zonage", "zonage_medecins_pays_de_la_loire.csv", zoningFile(region)],
    ["rpps", `PS_LibreAcces_Personne_activite_${stamp}0842.txt`, rppsFile(region)],
    ["ameli", `liste-ps-${stamp}-023046.csv`, ameliFile(region)],
    ["patientele", `patientele_${stamp}.csv`, patientCountFile(region)],
    ["emails", `adresses_${stamp}.csv`, emailFile(region)],
  ];
  for (const [kind, name, lines] of files) {
    const content = bytesOf(lines);
    const sourceOn = kind === "zonage" ? "2026-01-01" : undefined;
    const result = await runImport(services, SYSTEM_ACTOR, {
      kind,
      name,
      content,
      fundId: null,
      confirmed: true,
      sourceOn,
    });
    services.log.info(
      { lues: result.read, acceptées: result.accepted, rejetées: result.rejected },
      `importé : ${name}`,
    );
  }
  return true;
}

async function placePeople(services: Services, funds: readonly (typeof FUNDS)[number][]): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await actAs(services.pool, SYSTEM_ACTOR, async (tx) => {
    const sectorIds = new Map<string, number>();
    for (const fund of funds) {
      for (const { name, communes: codes } of demoSectors(communes(), fund.department)) {
        sectorIds.set(`${fund.id} ${name}`, await placeSector(tx, fund.id, name, codes));
      }
    }
    for (const account of demoAccounts(communes(), funds)) {
      const { fund: fundId, role, name, email } = account;
      const id = await insertAccount(tx, { fundId, role, name, email, passwordHash, demo: true });
      for (const sector of account.sectors)
        await placeDelegate(tx, id!, sectorIds.get(`${fundId} ${sector}`)!, fundId!);
    }
  });
}

const PIECE = 256 * 1024;

async function* bytesOf(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length > PIECE) {
      yield Buffer.from(piece);
      piece = "";
    }
  }
  if (piece !== "") yield Buffer.from(piece);
}
