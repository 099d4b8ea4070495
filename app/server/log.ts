import pino from "pino";
import type { Env } from "~/env.server";
import type { Log } from "~/wiring";

/** One line an event: facts for machines, a sentence for people; readable on a terminal, JSON elsewhere. */
export function openLog(env: Pick<Env, "LOG_LEVEL">, readable = process.stdout.isTTY): Log {
  const options: pino.LoggerOptions = {
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "token", "*.password", "*.token"],
  };
  return readable ? pino(options, { write: (line: string) => process.stdout.write(sentence(line)) }) : pino(options);
}

const LEVELS: Record<number, string> = { 20: "détail", 30: "", 40: "attention ", 50: "erreur " };

function sentence(line: string): string {
  const { level, time, msg, err, ...facts } = JSON.parse(line) as Record<string, unknown> & {
    time: string;
    level: number;
  };
  const rest = Object.entries(facts).map(
    ([name, value]) => ` ${name}=${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
  const cause = err
    ? `\n${(err as { stack?: string; message?: string }).stack ?? (err as { message?: string }).message}`
    : "";
  return `${time.slice(11, 19)} ${LEVELS[level] ?? ""}${msg}${rest.join("")}${cause}\n`;
}
