import fs from "node:fs";
import { parseArgs } from "node:util";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import type { CommandIo, ExitCode } from "~/server/io";
import { BadFile } from "../csv";
import { type Judged, judge } from "./evaluation";
import { readFeatures } from "./features-file";
import { fitModel } from "./model";

export const MODEL_USAGE = "model --features FICHIER.csv [--horizon JOURS] [--json]";

/** Fits the chance of a contract on a file of doctors whose outcome is known, and tells what it is worth. */
export async function modelCommand(args: string[], io: CommandIo): Promise<ExitCode> {
  const asked = read(args);
  if (typeof asked === "string") {
    io.err(`${asked}\nUsage : tandem ${MODEL_USAGE}\n`);
    return 2;
  }
  try {
    const { table, ...file } = await readFeatures(fs.createReadStream(asked.features, { highWaterMark: 1 << 18 }));
    const judged = judge(table, asked.horizon);
    const model = table.signed.includes(1) && table.signed.includes(0) ? fitModel(table) : null;
    const answer = {
      ...judged,
      usable: judged.isUsable,
      ...judged.evaluation,
      model,
      read: { rows: table.rows, ...file },
    };
    io.out(asked.json ? `${JSON.stringify(answer)}\n` : `${sentencesOf(judged).join("\n")}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BadFile) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    io.err(error instanceof BadFile ? `${error.message}\n` : `Le fichier ${asked.features} ne peut pas être lu.\n`);
    return 1;
  }
}

function sentencesOf({ evaluation, why }: Judged): string[] {
  if (evaluation === null) return [why];
  const { logLoss, baseLogLoss, slope, rows } = evaluation;
  return [
    why,
    french(
      `Perte logarithmique : ${number(logLoss, 4)}, contre ${number(baseLogLoss, 4)} pour la moyenne, sur ${number(rows)} médecins.`,
    ),
    french(`Pente d'étalonnage : ${number(slope, 2)} (1 : juste).`),
  ];
}

function read(args: string[]) {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: { features: text, horizon: text, json: { type: "boolean", default: false } },
    });
    if (values.features === undefined) return "Il manque --features.";
    const horizon = Number(values.horizon ?? 0);
    if (!(Number.isInteger(horizon) && horizon >= 0)) return "--horizon attend un nombre de jours.";
    return { features: values.features, horizon, json: values.json };
  } catch (error) {
    return (error as Error).message;
  }
}
