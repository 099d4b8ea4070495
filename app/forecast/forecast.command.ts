import fs from "node:fs";
import { parseArgs } from "node:util";
import { isDay } from "~/calendar/day";
import type { CommandIo, ExitCode } from "~/server/io";
import { backTest } from "./back-test";
import { BadFile } from "./csv";
import { readEvents } from "./events-file";
import { forecast } from "./forecast";
import { asideSentences, sentencesOf } from "./wording";

export const FORECAST_USAGE =
  "forecast --events FICHIER.csv --asof JOUR --deadline JOUR [--target N] [--ahead SEMAINES] [--json]";

/** Forecasts contracts from a file of funnel events, and tells how well it would have done before. */
export async function forecastCommand(args: string[], io: CommandIo): Promise<ExitCode> {
  const asked = read(args);
  if (typeof asked === "string") {
    io.err(`${asked}\nUsage : tandem ${FORECAST_USAGE}\n`);
    return 2;
  }
  try {
    const { moves, events } = await readEvents(fs.createReadStream(asked.events, { highWaterMark: 1 << 18 }));
    const told = forecast(moves, asked);
    const tested =
      told.kind === "forecast"
        ? backTest(moves, asked, asked.ahead === undefined ? {} : { weeksAhead: asked.ahead })
        : null;
    const answer = {
      ...told,
      interval: told.kind === "forecast" ? [told.atDeadline.low, told.atDeadline.high] : null,
      backTest: tested,
      read: { events, doctors: moves.doctors, setAside: moves.repeated },
      sentences: [...sentencesOf(told, tested), ...asideSentences(moves, asked.asof)],
    };
    io.out(asked.json ? `${JSON.stringify(answer)}\n` : `${answer.sentences.join("\n")}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BadFile) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    io.err(error instanceof BadFile ? `${error.message}\n` : `Le fichier ${asked.events} ne peut pas être lu.\n`);
    return 1;
  }
}

function read(args: string[]) {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: {
        events: text,
        asof: text,
        deadline: text,
        target: text,
        ahead: text,
        json: { type: "boolean", default: false },
      },
    });
    const { events, asof, deadline, json } = values;
    if (events === undefined || asof === undefined || deadline === undefined)
      return "Il manque --events, --asof ou --deadline.";
    const wrong = [asof, deadline].find((day) => !isDay(day));
    if (wrong !== undefined) return `Le jour ${wrong} n'existe pas ; écrivez par exemple 2026-11-24.`;
    const [target, ahead] = [values.target, values.ahead].map((each) =>
      each === undefined ? undefined : Number(each),
    );
    if (target !== undefined && !(target >= 0)) return "--target attend un nombre de contrats.";
    if (ahead !== undefined && !(Number.isInteger(ahead) && ahead >= 1 && ahead <= 52))
      return "--ahead attend un nombre de semaines, de 1 à 52.";
    return { events, asof, deadline, target, ahead, json };
  } catch (error) {
    return (error as Error).message;
  }
}
