import type { Map as LibreMap, MapOptions, StyleSpecification } from "maplibre-gl";
import { Map as MapOfLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import outlines from "~/geo/outlines/departments.json";
import { ICON_RATIO, iconNamed } from "./icons";
import { outlineStyle } from "./layers";
import { type Palette, paletteOf } from "./palette";

/** A ground that has not come by then is not waited for. */
const PATIENCE_MS = 6_000;

export type GroundKind = "outline" | "style";

export interface Ground {
  readonly map: LibreMap;
  palette(): Palette;
  destroy(): void;
}

export interface GroundWishes {
  /** Empty: no other ground than the outlines. */
  readonly styleUrl: string;
  readonly options: Omit<MapOptions, "container" | "style">;
  /** What stands over the ground, made anew each time the ground or the colours change. */
  readonly dress: (ground: StyleSpecification, palette: Palette, kind: GroundKind) => StyleSpecification;
  readonly onGround: (kind: GroundKind, credit: string) => void;
}

const OUTLINE_CREDIT = "Contours indicatifs : Natural Earth. Communes : GeoNames.";

/** Null where the browser cannot draw maps. The outlines come first, at once; the other ground when it is there. */
export function openGround(container: HTMLElement, wishes: GroundWishes): Ground | null {
  if (!document.createElement("canvas").getContext("webgl2")) return null;
  setWorkerUrl(workerUrl);
  let palette = paletteOf(container);
  let fetched: StyleSpecification | null = null;
  const dressed = () => {
    const kind = fetched ? "style" : "outline";
    return wishes.dress(fetched ?? outlineStyle(outlines, palette), palette, kind);
  };
  const map = new MapOfLibre({ ...wishes.options, container, style: dressed(), attributionControl: false });
  const change = (style: StyleSpecification | null) => {
    fetched = style;
    map.setStyle(dressed(), { diff: false });
    wishes.onGround(style ? "style" : "outline", style ? creditOf(style, wishes.styleUrl) : OUTLINE_CREDIT);
  };
  map.setMissingStyleImageResolver((id) => {
    const icon = iconNamed(id, palette);
    if (icon) map.addImage(id, icon, { pixelRatio: ICON_RATIO });
  });
  fallBackWithoutTiles(map, () => fetched !== null && change(null));
  const leaving = new AbortController();
  styleAt(wishes.styleUrl, leaving.signal).then((style) => {
    if (!leaving.signal.aborted && style) change(style);
    else if (!leaving.signal.aborted) wishes.onGround("outline", OUTLINE_CREDIT);
  });
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => {
    palette = paletteOf(container);
    map.setStyle(dressed(), { diff: false });
  };
  isDark.addEventListener("change", repaint);
  const destroy = () => {
    leaving.abort();
    isDark.removeEventListener("change", repaint);
    map.remove();
  };
  return { map, palette: () => palette, destroy };
}

/** The style as it is served, or null when it cannot be had, in time or at all. */
async function styleAt(url: string, leaving: AbortSignal): Promise<StyleSpecification | null> {
  if (url === "") return null;
  try {
    const signal = AbortSignal.any([leaving, AbortSignal.timeout(PATIENCE_MS)]);
    const answer = await fetch(url, { signal, credentials: "omit" });
    const style = answer.ok ? await answer.json() : null;
    return style?.version === 8 && Array.isArray(style.layers) ? style : null;
  } catch {
    return null;
  }
}

/** A style whose tiles never come leaves an empty sheet: when the first thing it brings is a fault, it goes. */
function fallBackWithoutTiles(map: LibreMap, fallBack: () => void) {
  let hasCome = false;
  map.on("sourcedata", (event) => {
    if (event.tile && !event.sourceId.startsWith("tandem-") && event.sourceId !== "outlines") hasCome = true;
  });
  map.on("error", (event) => {
    if (!("sourceId" in event)) console.warn("map:", event.error);
    else if (!hasCome) fallBack();
  });
}

/** Who made the ground: what its sources say, or the IGN, which asks for it, or the house that serves it. */
function creditOf({ sources }: StyleSpecification, url: string): string {
  const told = Object.values(sources).flatMap((source) =>
    "attribution" in source && source.attribution ? [source.attribution.replace(/<[^>]*>/g, "").trim()] : [],
  );
  const { hostname } = new URL(url);
  if (told.length > 0) return [...new Set(told)].join(" · ");
  return hostname.endsWith("geopf.fr") ? "© IGN, Géoplateforme" : `Fond de carte : ${hostname}`;
}
