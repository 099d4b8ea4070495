import { ensureBuild, loadBuild } from "./build";
import { run } from "./run";
import { openServices } from "./services";
import { stopOnSignal } from "./stop";
import { startWeb } from "./web";

await run(async (env, log) => {
  await ensureBuild();
  const services = await openServices(env, log);
  const web = await startWeb(await loadBuild(), services);
  log.info({}, `Tandem répond sur ${web.url}`);
  stopOnSignal(log, async () => {
    await web.stop();
    await services.close();
  });
});
