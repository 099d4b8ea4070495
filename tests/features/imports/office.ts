import type { Actor } from "~/access/context";
import type { FileStore } from "~/files/file-store";
import { applyConfirmed, type ImportResult, runImport } from "~/imports/import-run.command";
import type { ImportKind } from "~/imports/kinds";
import type { Services } from "~/wiring";
import { anActor, NOON, type TestDatabase } from "../../support/database";
import { inPieces, sample, type TestFiles, testFiles } from "../../support/files";

export const RPPS = "rpps/PS_LibreAcces_Personne_activite_202611210842.txt";
export const AMELI = "ameli/liste-ps-20261116-023046.csv";
/** In whose name a file of the whole country is taken in. */
export const NATIONAL = anActor("system");

export interface Taken {
  readonly kind: ImportKind;
  readonly content: Buffer | string;
  readonly name?: string;
  /** The manager of Loire-Atlantique unless the test says otherwise. */
  readonly actor?: Actor;
  readonly sourceOn?: string;
  readonly confirmed?: boolean;
}

/** Where files arrive: the same use cases as the screens', the real file store, no queue. */
export interface Office {
  readonly files: TestFiles;
  readonly services: Services;
  take(given: Taken): Promise<ImportResult>;
  takeSample(kind: ImportKind, path: string, given?: Partial<Taken>): Promise<ImportResult>;
  agree(id: string, partial?: boolean, actor?: Actor): Promise<ImportResult>;
}

export function anOffice(database: TestDatabase, files = testFiles(), store: FileStore = files.store): Office {
  const tools = { files: store, publicUrl: () => "http://localhost", mailer: undefined };
  const services = { pool: database.pool, tools, now: () => NOON } as unknown as Services;
  const take = async (given: Taken) => {
    const { kind, content, name = "fichier.csv", actor = anActor("manager"), sourceOn, confirmed = true } = given;
    const file = { kind, name, content: inPieces(content), fundId: fundOf(actor), sourceOn, confirmed };
    const result = await runImport(services, actor, file);
    if (!result) throw new Error(`${name} is not an import but a list of territories.`);
    return result;
  };
  return {
    files,
    services,
    take,
    takeSample: (kind, path, given = {}) =>
      take({ kind, content: sample(path), name: path.split("/").at(-1)!, ...given }),
    agree: (id, partial = false, actor = anActor("manager")) =>
      applyConfirmed(services, actor, id, fundOf(actor), partial),
  };
}

const fundOf = (actor: Actor) => actor.fundIds[0] ?? null;

/** The sample directory, or a few of its lines, with some words changed. */
export function directory(change: (lines: string[]) => string[] = (lines) => lines): string {
  const [header = "", ...lines] = sample(RPPS).toString("utf8").trimEnd().split("\n");
  return `${[header, ...change(lines)].join("\n")}\n`;
}
