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

const USAGE = "Usage\u00a0: tandem plan --toptw <fichier> --days <jours> --seconds <secondes> [--seed <graine>]\n";

/** `--seconds` counts processor time of the planning thread. */
export async function planCommand(args: string[], io: Terminal): Promise<0 | 1 | 2> {
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
    return 1;
  }
  const reading = readToptw(instance, text);
  if (!reading.ok) {
    io.err(`${reading.why}\n`);
    return 1;
  }
  const problem = toptwProblem(reading.toptw, request.days);
  const budget = { cpuSeconds: Math.max(0.05, request.seconds - (processorSeconds() - started)) };
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
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]!;
    const value = args[i + 1];
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
  if (!(seconds > 0 && seconds <= 3600)) return "Le temps de calcul va jusqu’à 3600 secondes, et dépasse zéro.";
  const seed = Number(values.get("--seed") ?? 1);
  if (!Number.isInteger(seed)) return "La graine est un nombre entier.";
  return { file, days, seconds, seed };
}
