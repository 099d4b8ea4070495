import { stopOnSignal } from "../../../app/server/stop";

// A process that is asked to stop: see stop.test.ts.
const log = { info: () => {}, warn: () => {}, error: () => {} };
stopOnSignal(log, async () => {
  await new Promise((wake) => setTimeout(wake, 100));
  if (process.argv[2] === "failing") throw new Error("a connection does not close");
  process.stdout.write("closed\n");
});
process.stdout.write("ready\n");
setInterval(() => {}, 1_000);
