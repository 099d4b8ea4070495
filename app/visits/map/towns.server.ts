import type { Context } from "~/access/context";
import type { Point } from "~/geo/point";
import { largestTowns } from "~db/queries/map";
import type { Town } from "./scene";

type MaybePlace = { readonly latitude: number | null; readonly longitude: number | null } | null;

/** Names to find one's way by where no ground from elsewhere brings them; the margin is in degrees. */
export async function townsAround(
  ctx: Context,
  places: readonly MaybePlace[],
  margin: number,
  most: number,
): Promise<Town[]> {
  const known = places.filter((place): place is Point => place !== null && place.latitude !== null);
  if (known.length === 0) return [];
  const [lats, lons] = [known.map(({ latitude }) => latitude), known.map(({ longitude }) => longitude)];
  const around = {
    south: Math.min(...lats) - margin,
    north: Math.max(...lats) + margin,
    west: Math.min(...lons) - margin,
    east: Math.max(...lons) + margin,
  };
  const rows = await largestTowns(ctx.tx, around, most);
  return rows.map(({ name, latitude, longitude }) => ({ name, latitude: latitude!, longitude: longitude! }));
}
