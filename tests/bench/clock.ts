import fs from "node:fs";
import type { Measure } from "./report";

/** Time on a processor of another process, in milliseconds: the scheduler's own count. NaN where there is no /proc. */
export function cpuOf(pid: number): number {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** Each connection is a process of the server: what it has burnt so far. */
export async function backendOf(connection: Connection): Promise<number> {
  const { rows } = await connection.query("select pg_backend_pid() as pid");
  return rows[0]!.pid as number;
}

interface Connection {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Runs the work once; counts the clock, this process and the given servers' processes. */
export async function measured(backends: readonly number[], work: () => Promise<unknown>): Promise<Measure> {
  const servers = () => backends.reduce((sum, pid) => sum + cpuOf(pid), 0);
  const [wall, node, server] = [performance.now(), ownCpu(), servers()];
  await work();
  return { wall: performance.now() - wall, cpu: ownCpu() - node + servers() - server };
}

/** Notes how long one step of a longer work took, in milliseconds. */
export async function timed(steps: Record<string, number>, name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  steps[name] = performance.now() - start;
}
