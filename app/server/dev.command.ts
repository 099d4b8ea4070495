import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import { loadDemo } from "~/demo/demo.command";
import { startWorkers } from "~jobs/worker";
import { run } from "./run";
import { openServices } from "./services";
import { stopOnSignal } from "./stop";
import { startWeb } from "./web";

// Screens reload in the browser by Vite; a change in db/, jobs/ or here restarts the process (see package.json).
process.env.NODE_ENV = "development";

await run(async (env, log) => {
  const vite = await createServer({ configFile: "app/vite.config.ts", server: { middlewareMode: true } });
  const services = await openServices(env, log);
  if (env.DEMO === "1") await loadDemo(services);
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  const web = await startWeb(build, services, vite.middlewares);
  const workers = await startWorkers(services);
  process.stdout.write(`\n  Tandem en développement : ${web.url}\n\n`);
  stopOnSignal(log, async () => {
    await web.stop();
    await vite.close();
    await workers.stop();
    await services.close();
  });
});
