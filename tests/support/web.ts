import { afterAll, beforeAll } from "vitest";
import { readEnv } from "~/env.server";
import { loadBuild } from "~/server/build";
import { openServices, type RunningServices } from "~/server/services";
import { startWeb } from "~/server/web";
import type { Log } from "~/wiring";
import { startWorkers } from "~jobs/worker";
import type { TestDatabase } from "./database";
import { temporaryFolder } from "./files";

export { until } from "./until";

/** The whole product running over a test's database: its own process's services, real build, real port. */
export interface Tandem {
  readonly url: string;
  readonly services: RunningServices;
  /** What was logged as an error: our own bugs, and jobs that failed. */
  readonly errors: { facts: object; message: string }[];
}

interface Wanted {
  readonly redisUrl?: () => string | undefined;
  /** Run the jobs too. */
  readonly worker?: boolean;
  /** Another clock for the screens; sessions keep that of the database. */
  readonly now?: () => Date;
  readonly env?: Record<string, string>;
}

/** Started before the tests of the surrounding block and stopped after them. */
export function aTandem(database: TestDatabase, { redisUrl, worker = true, now, env = {} }: Wanted = {}): Tandem {
  const errors: Tandem["errors"] = [];
  const folder = temporaryFolder("data");
  let running: { url: string; services: RunningServices; stop(): Promise<void> } | undefined;
  beforeAll(async () => {
    const settings = {
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl?.() ?? "",
      DATA_DIR: folder,
      PORT: "0",
      DEMO: "1",
    };
    const opened = await openServices(readEnv({ ...settings, ...env } as never), keepingErrors(errors));
    const services = now ? { ...opened, now } : opened;
    const web = await startWeb(await loadBuild(), services);
    const workers = worker ? await startWorkers(services) : undefined;
    const stop = async () => {
      await web.stop();
      await workers?.stop();
      await services.close();
    };
    running = { url: web.url, services, stop };
  });
  afterAll(() => running?.stop());
  return {
    get url() {
      return running!.url;
    },
    get services() {
      return running!.services;
    },
    errors,
  };
}

function keepingErrors(errors: Tandem["errors"]): Log {
  const error = (facts: object, message: string) => {
    if (!isRefusal(facts)) errors.push({ facts, message });
  };
  return { info: () => {}, warn: () => {}, error };
}

/** Answered with 4xx: somebody asked for what is not there or not theirs. */
function isRefusal(facts: { err?: { status?: number } }): boolean {
  const status = facts.err?.status ?? 500;
  return status >= 400 && status < 500;
}

/** Somebody with a browser: keeps the cookie, sends the origin, follows nothing by itself. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: Record<string, string> | FormData, headers?: Record<string, string>): Promise<Response>;
  /** What a screen's loader answers, as the browser asks it when going from page to page. */
  data<T>(path: string, screen: string): Promise<T>;
  signIn(email: string, password: string): Promise<Response>;
}

export function aVisitor(tandem: Pick<Tandem, "url">): Visitor {
  let cookie = "";
  const ask = async (path: string, given: RequestInit, headers: Record<string, string>) => {
    const sent = { ...(cookie ? { cookie } : {}), ...headers };
    const answer = await fetch(tandem.url + path, { ...given, headers: sent, redirect: "manual" });
    const [set] = answer.headers.getSetCookie();
    if (set) cookie = set.split(";")[0]!;
    return answer;
  };
  const visitor: Visitor = {
    get: (path, headers = {}) => ask(path, {}, headers),
    post: (path, form, headers = {}) => {
      const body = form instanceof FormData ? form : new URLSearchParams(form);
      return ask(path, { method: "POST", body }, { origin: tandem.url, ...headers });
    },
    async data(path, screen) {
      const answer = await visitor.get(`${path}${path.includes("?") ? "&" : "?"}_data=${encodeURIComponent(screen)}`);
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as never;
    },
    signIn: (email, password) => visitor.post("/connexion", { email, password }),
  };
  return visitor;
}
