import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plan } from "./planner/itinerary";
import { plan } from "./planner/plan";
import { readToptw, toptwProblem } from "./planner/toptw";

interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

interface Request {
  file: string;
  days: number;
  seconds: number;
  seed: number;
}

const LEAST_SECONDS = 0.05;
const MOST_SECONDS = 3600;

const USAGE = "Usage\u00a0: tandem plan --toptw <fichier> --days <jours> --seconds <secondes> [--seed <graine>]\n";

/** `--seconds` counts processor time of the planning thread. */
export async function planCommand(args: string[], io: Terminal): Promise<0 | 2> {
  const started = processorSeconds();
  const request = requestOf(args);
  if (typeof request === "string") {
    io.err(`${request}\n${USAGE}`);
    return 2;
  }
  const instance = path.basename(request.file).replace(/\.[^.]*$/, "");
  const text = await readFile(request.file, "utf8").catch(() => null);
  if (text === null) {
    io.err(`Le fichier «\u00a0${request.file}\u00a0» ne peut pas être lu.\n`);
    return 2;
  }
  const reading = readToptw(instance, text);
  if (!reading.ok) {
    io.err(`${reading.why}\n`);
    return 2;
  }
  const problem = toptwProblem(reading.toptw, request.days);
  const budget = { cpuSeconds: Math.max(LEAST_SECONDS / 2, request.seconds - (processorSeconds() - started)) };
  const answer = plan(problem, { seed: request.seed, budget, cpuClock: processorSeconds, explains: false });
  const seconds = Math.round((processorSeconds() - started) * 100) / 100;
  io.out(
    `${JSON.stringify({ instance, days: request.days, score: answer.score, seconds, routes: routesOf(answer) })}\n`,
  );
  return 0;
}

function routesOf(answer: Plan): number[][] {
  return answer.days.map((day) => (day?.stops ?? []).map((stop) => Number(stop.candidate)));
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The request, or the sentence that says what is wrong with it. */
function requestOf(args: string[]): Request | string {
  const values = new Map<string, string>();
  const words = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)] : arg,
  );
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i]!;
    const value = words[i + 1];
    if (!["--toptw", "--days", "--seconds", "--seed"].includes(name))
      return `L’option «\u00a0${name}\u00a0» est inconnue.`;
    if (value === undefined) return `L’option «\u00a0${name}\u00a0» attend une valeur.`;
    values.set(name, value);
  }
  const file = values.get("--toptw");
  if (!file) return "Il manque le fichier du problème, après --toptw.";
  const days = Number(values.get("--days"));
  if (!Number.isInteger(days) || days < 1 || days > 31) return "Le nombre de jours va de 1 à 31.";
  const seconds = Number(values.get("--seconds"));
  if (!(seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS)) return "Le temps de calcul va de 0.05 à 3600 secondes.";
  const seed = Number(values.get("--seed") ?? 1);
  if (!Number.isSafeInteger(seed)) return "La graine est un nombre entier.";
  return { file, days, seconds, seed };
}
