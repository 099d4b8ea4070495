import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { DEMO_PASSWORD } from "~/access/demo-password";
import { hashPassword } from "~/access/passwords.server";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { addDays, dayOf } from "~/calendar/day";
import { bytes } from "~/format/bytes";
import { runImport } from "~/imports/import-run.command";
import type { ImportKind } from "~/imports/kinds";
import type { CommandIo, ExitCode } from "~/server/io";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { insertAccount } from "~db/queries/accounts";
import { isEmptyInstallation, placeDelegate, placeSector } from "~db/queries/installation";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";
import { demoAccounts } from "./accounts";
import { ameliFile } from "./ameli-file";
import { loadContracts } from "./contracts.command";
import { emailFile } from "./email-file";
import { loadFieldWork } from "./field-work.command";
import { demoGround } from "./ground";
import { nationalFiles } from "./national";
import { patientCountFile } from "./patient-count-file";
import { DEMO_DEPARTMENTS, demoRegion, type Region } from "./region";
import { rppsFile } from "./rpps-file";
import { demoSectors } from "./sectors";
import { zoningFile } from "./zoning-file";

const SEED = "pays-de-la-loire";
/** The day the zoning of the demonstration began. */
const ZONING_SINCE = "2026-01-01";

/** Loads a believable region into an empty installation, through the same import as anybody's files. Returns whether it did. */
export async function loadDemo(services: Services): Promise<boolean> {
  if (!(await actAs(services.pool, SYSTEM_ACTOR, isEmptyInstallation))) return false;
  services.log.info({}, "première ouverture : préparation de la région de démonstration");
  const funds = FUNDS.filter((fund) => (DEMO_DEPARTMENTS as readonly string[]).includes(fund.department));
  await placePeople(services, funds);
  const today = dayOf(services.now());
  const region = demoRegion(demoGround(communes(), FUNDS), SEED, DEMO_DEPARTMENTS, today);
  const zoning = [...zoningFile(region)]; // one decision for the whole region, as an ARS publishes it
  for (const fund of funds) await importFiles(services, fund, extractOf(region, fund.department), zoning);
  await loadFieldWork(
    services,
    funds.map(({ id }) => id),
  );
  await loadContracts(services);
  return true;
}

/** What one fund holds: its own ground, and the doctors who are at home there. */
function extractOf(region: Region, department: string): Region {
  return {
    ...region,
    departments: [department],
    doctors: region.doctors.filter((doctor) => doctor.department === department),
  };
}

async function importFiles(
  services: Services,
  fund: { id: number; department: string },
  region: Region,
  zoning: readonly string[],
): Promise<void> {
  const stamp = addDays(region.today, -2).replaceAll("-", "");
  const files: [ImportKind, string, Iterable<string>][] = [
    ["zonage", "zonage_medecins_pays_de_la_loire.csv", zoning],
    ["rpps", `PS_LibreAcces_Personne_activite_${stamp}0842_${fund.department}.txt`, rppsFile(region)],
    ["ameli", `liste-ps-${stamp}-023046_${fund.department}.csv`, ameliFile(region)],
    ["patientele", `patientele_${fund.department}_${stamp}.csv`, patientCountFile(region)],
    ["emails", `adresses_${fund.department}_${stamp}.csv`, emailFile(region)],
  ];
  for (const [kind, name, lines] of files) {
    const sourceOn = kind === "zonage" ? ZONING_SINCE : undefined;
    const given = { kind, name, content: bytesOf(lines), fundId: fund.id, confirmed: true, sourceOn };
    const result = await runImport(services, SYSTEM_ACTOR, given);
    services.log.info(
      { lues: result?.read, acceptées: result?.accepted, rejetées: result?.rejected },
      `importé : ${name}`,
    );
  }
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

type Lend = (work: (services: Services) => Promise<ExitCode>) => Promise<ExitCode>;

/** Loads the demo region into an empty installation; with --national, writes the country's files into a folder instead. */
export async function demoCommand({ args, io }: { args: string[]; io: CommandIo }, lend: Lend): Promise<ExitCode> {
  const { values } = parseArgs({
    args,
    options: { national: { type: "boolean", default: false }, into: { type: "string", default: ".data/national" } },
  });
  if (values.national) {
    await writeNational(values.into, io);
    return 0;
  }
  return lend(async (services) => {
    const loaded = await loadDemo(services);
    io.out(
      loaded
        ? "La région de démonstration est chargée.\n"
        : "L'installation contient déjà des données : rien n'a été chargé.\n",
    );
    return loaded ? 0 : 1;
  });
}

async function writeNational(folder: string, io: CommandIo): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const today = dayOf(new Date());
  const stamp = today.replaceAll("-", "");
  const files = nationalFiles(demoGround(communes(), FUNDS), "france", today);
  const named: [string, Iterable<string>][] = [
    [`PS_LibreAcces_Personne_activite_${stamp}0842.txt`, files.rpps()],
    [`liste-ps-${stamp}-023046.csv`, files.ameli()],
    ["zonage_medecins_france.csv", files.zoning()],
    [`patientele_${stamp}.csv`, files.patientCounts()],
    [`adresses_${stamp}.csv`, files.emails()],
  ];
  for (const [name, lines] of named) {
    const place = path.join(folder, name);
    await pipeline(Readable.from(bytesOf(lines)), fs.createWriteStream(place));
    io.out(`${place} : ${bytes(fs.statSync(place).size)}\n`);
  }
}
