import type { Log } from "~/wiring";

const PATIENCE = 9_000;

/** Ctrl-C or a service manager asks once; we answer within ten seconds and say how it went. */
export function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let asked = false;
  const end = async (signal: string) => {
    if (asked) return;
    asked = true;
    log.info({ signal }, "arrêt demandé");
    const late = setTimeout(
      () => leave(log, 1, "arrêt forcé : une tâche n'a pas fini à temps, elle reprendra au prochain démarrage"),
      PATIENCE,
    );
    try {
      await stop();
      clearTimeout(late);
      leave(log, 0, "arrêt terminé");
    } catch (error) {
      log.error({ err: error }, "arrêt incomplet");
      leave(log, 1, "arrêt incomplet");
    }
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end(signal));
}

function leave(log: Log, code: number, sentence: string): never {
  log.info({ code }, sentence);
  process.exit(code);
}
