import { loadDemo } from "~/demo/demo.command";
import { startWorkers } from "~jobs/worker";
import { ensureBuild, loadBuild } from "./build";
import { run } from "./run";
import { openServices } from "./services";
import { stopOnSignal } from "./stop";
import { startWeb } from "./web";

await run(async (env, log) => {
  const building = ensureBuild();
  building.catch(() => {}); // awaited below, where its failure is told
  const services = await openServices(env, log);
  if (env.DEMO === "1") await loadDemo(services);
  await building;
  const web = await startWeb(await loadBuild(), services);
  const workers = await startWorkers(services);
  log.info({ files: services.store.backend, courriel: env.SMTP_URL ? "relais" : "capturé" }, "web et tâches démarrés");
  process.stdout.write(`\n  Tandem est prêt : ${web.url}\n\n`);
  stopOnSignal(log, async () => {
    await web.stop();
    await workers.stop();
    await services.close();
  });
});
