import { startWorkers } from "~jobs/worker";
import { run } from "./run";
import { openServices } from "./services";
import { stopOnSignal } from "./stop";

await run(async (env, log) => {
  const services = await openServices(env, log);
  const workers = await startWorkers(services);
  log.info({ queues: services.store.backend }, "Tandem traite les tâches");
  stopOnSignal(log, async () => {
    await workers.stop();
    await services.close();
  });
});
