import { layInOrder } from "./order";
import { stopsOf } from "./settle";
import { emptyTours, rewrite, type Tours } from "./tours";

/** The same week with nothing but its mandatory visits, each on its day, and lunches. */
export function onlyLocked(tours: Tours): Tours {
  const { terrain } = tours;
  const bare = emptyTours(terrain);
  for (let day = 0; day < terrain.days; day++) {
    const stops = stopsOf(tours, day);
    const locked = stops.filter((node) => node >= terrain.rows || terrain.must[node]);
    // Without the triangle inequality the locked ones alone may be late: then the day is taken as it is.
    if (!layInOrder(bare, day, locked)) rewrite(bare, day, Int32Array.from(stops), 0, stops.length);
  }
  return bare;
}
