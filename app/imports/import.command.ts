import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { isDay } from "~/calendar/day";
import { countOf } from "~/format/numbers";
import type { CommandIo, ExitCode } from "~/server/io";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { fundByCode } from "~db/queries/funds";
import { applyConfirmed, type ImportResult, runImport } from "./import-run.command";
import { IMPORT_KINDS, type ImportKind, KIND_LABELS } from "./kinds";

const USAGE = `Usage : tandem import <${IMPORT_KINDS.join("|")}> <fichier> [--fund CAISSE] [--date AAAA-MM-JJ] [--partial] [--yes] [--json]
  --fund     ne prend que les médecins de cette caisse (numéro ou département) ; toutes par défaut
  --date     le jour dont parlent les données ; par défaut celui du nom du fichier
  --partial  le fichier est un extrait : ne pas marquer absents ceux qu'il ne nomme pas
  --yes      applique sans attendre de confirmation\n`;

/** Reads a file from end to end in this process; without --yes a large difference is shown and waits. */
export async function importCommand(
  services: Services,
  { args, io }: { args: string[]; io: CommandIo },
): Promise<ExitCode> {
  const asked = read(args);
  if (!asked) {
    io.err(USAGE);
    return 2;
  }
  if (!fs.existsSync(asked.file) || !fs.statSync(asked.file).isFile()) {
    io.err(`Le fichier ${asked.file} n'existe pas. Rien n'a été modifié.\n`);
    return 1;
  }
  const fund =
    asked.fund === undefined ? null : await actAs(services.pool, SYSTEM_ACTOR, (tx) => fundByCode(tx, asked.fund!));
  if (fund === undefined) {
    io.err(`Aucune caisse ne porte le numéro ${asked.fund}.\n`);
    return 1;
  }
  const fundId = fund?.id ?? null;
  const given = { kind: asked.kind, name: path.basename(asked.file), content: fs.createReadStream(asked.file), fundId };
  let result = await runImport(services, SYSTEM_ACTOR, {
    ...given,
    sourceOn: asked.date,
    confirmed: asked.yes,
    partial: asked.partial,
  });
  if (result === null) {
    io.out("La composition des territoires de vie-santé est enregistrée. Importez maintenant leur zonage.\n");
    return 0;
  }
  if (result.status === "waiting" && asked.yes)
    result = await applyConfirmed(services, SYSTEM_ACTOR, result.id, fundId, asked.partial);
  io.out(asked.json ? `${JSON.stringify(result)}\n` : told(asked.kind, result));
  return result.status === "done" ? 0 : 1;
}

interface Asked {
  readonly kind: ImportKind;
  readonly file: string;
  readonly fund: string | undefined;
  readonly date: string | undefined;
  readonly yes: boolean;
  readonly partial: boolean;
  readonly json: boolean;
}

function read(args: string[]): Asked | null {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { fund: { type: "string" }, date: { type: "string" }, yes: flag, partial: flag, json: flag },
    });
    const kind = IMPORT_KINDS.find((each) => each === positionals[0]);
    const file = positionals[1];
    if (!kind || !file || positionals.length > 2 || (values.date !== undefined && !isDay(values.date))) return null;
    return {
      kind,
      file,
      fund: values.fund,
      date: values.date,
      yes: values.yes,
      partial: values.partial,
      json: values.json,
    };
  } catch {
    return null;
  }
}

function told(kind: ImportKind, { id, status, read, accepted, rejected, ignored, difference }: ImportResult): string {
  const { created, changed, unchanged, gone, elsewhere, matching } = difference;
  return [
    `${KIND_LABELS[kind]} : ${countOf(read, "ligne lue", "lignes lues")}, ${countOf(accepted, "retenue")}, ${countOf(ignored, "laissée de côté", "laissées de côté")}, ${countOf(rejected, "rejetée")}.`,
    `Différence : ${countOf(created, "nouveau", "nouveaux")}, ${countOf(changed, "modifié")}, ${countOf(unchanged, "inchangé")}, ${countOf(gone, "absent")}, ${elsewhere} hors de la caisse.`,
    ...(matching
      ? [`Rapprochements : ${matching.sure} sûrs, ${matching.doubtful} à décider, ${matching.none} sans médecin.`]
      : []),
    status === "done"
      ? "Appliqué."
      : `Rien n'est encore modifié : relancez avec --yes pour appliquer, ou confirmez sur la page /imports/${id}.`,
    "",
  ].join("\n");
}
