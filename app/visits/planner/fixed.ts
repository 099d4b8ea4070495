import { layLocks } from "./order";
import type { Ground } from "./prepare";
import type { Tours } from "./tours";
import { openWorkbench } from "./workbench";

/** The same week with nothing but its locked appointments and lunches. */
export function loadFixed({ terrain }: Ground): Tours {
  const bench = openWorkbench(terrain, 1);
  layLocks(bench);
  return bench.tours;
}
