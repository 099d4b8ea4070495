import { BadEnvironment, readEnv } from "~/env.server";
import { Refused } from "~/errors";
import { COMMANDS } from "./commands";
import { type ExitCode, TERMINAL } from "./io";
import { openLog } from "./log";

const [name, ...args] = process.argv.slice(2);
process.env.NODE_ENV ??= "production";
process.exit(await answer());

async function answer(): Promise<ExitCode> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    (name === undefined ? TERMINAL.out : TERMINAL.err)(listing());
    return name === undefined ? 0 : 2;
  }
  if (args.includes("--help")) {
    TERMINAL.out(`tandem ${command.usage}\n${command.about}\n`);
    return 0;
  }
  try {
    const env = readEnv();
    // A command's own words go to the terminal; the log stays quiet unless something is wrong.
    return await command.run({ args, io: TERMINAL, env, log: openLog({ LOG_LEVEL: "error" }, true) });
  } catch (error) {
    TERMINAL.err(`${sentence(error)}\n`);
    return error instanceof BadEnvironment ? 2 : 1;
  }
}

function sentence(error: unknown): string {
  if (error instanceof Refused)
    return [error.message, ...Object.values(error.fields).flat()]
      .filter((each, at, all) => all.indexOf(each) === at)
      .join("\n");
  if (error instanceof BadEnvironment) return error.message;
  return `La commande a échoué : ${(error as Error).stack ?? error}`;
}

function listing(): string {
  const width = 12;
  const lines = Object.entries(COMMANDS).map(([each, { about }]) => `  ${each.padEnd(width)} ${about}`);
  const unknown = name === undefined ? "" : `Commande inconnue : ${name}.\n\n`;
  return `${unknown}Usage : npm run -s tandem -- <commande> [options]\n\n${lines.join("\n")}\n\n« tandem <commande> --help » donne ses options. Codes de sortie : 0 fait, 1 impossible, 2 commande non comprise.\n`;
}
