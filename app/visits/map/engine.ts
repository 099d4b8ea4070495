import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import type { Point } from "~/geo/point";
import { type GroundKind, openGround } from "./ground";
import { CHOSEN, dataOf, SPOTS, STOPS, withScene } from "./layers";
import { cornersOf, type Scene } from "./scene";

export interface Engine {
  /** Draws another scene; `frames` brings all of it into sight. */
  show(scene: Scene, frames: boolean): void;
  /** Rings a point, and brings it into sight. */
  choose(point: Point | null): void;
  zoomBy(step: 1 | -1): void;
  frame(): void;
  resize(): void;
  destroy(): void;
}

export interface EngineWishes {
  readonly styleUrl: string;
  readonly scene: Scene;
  /** The doctor of a place, the first when there are several. */
  readonly onChoose: (doctorId: number) => void;
  readonly onGround: (kind: GroundKind, credit: string) => void;
}

/** Around the frame of a scene, in pixels, with room for the buttons; and never nearer than a town. */
const MARGIN = { top: 64, right: 40, bottom: 36, left: 40 };
const NEAREST_FIT = 12;
/** Bringing one place into sight goes at least so near. */
const CHOSEN_ZOOM = 9.5;
const FRANCE: [[number, number], [number, number]] = [
  [-5.2, 41.3],
  [9.6, 51.1],
];

/** Null where the browser cannot draw maps. */
export function openEngine(container: HTMLElement, wishes: EngineWishes): Engine | null {
  let scene = wishes.scene;
  let chosen: Point | null = null;
  const ground = openGround(container, {
    styleUrl: wishes.styleUrl,
    options: {
      bounds: cornersOf(scene) ?? FRANCE,
      fitBoundsOptions: { padding: MARGIN, maxZoom: NEAREST_FIT },
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 18,
      locale: { "Map.Title": "Carte des arrêts et des médecins" },
    },
    dress: (style, palette, kind) => withScene(style, scene, palette, kind === "outline"),
    onGround: wishes.onGround,
  });
  if (!ground) return null;
  const { map } = ground;
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on("style.load", () => ring());

  const ring = () => {
    const features = chosen ? [pointAt(chosen)] : [];
    map.getSource<GeoJSONSource>(CHOSEN)?.setData({ type: "FeatureCollection", features });
  };
  const frame = () => map.fitBounds(cornersOf(scene) ?? FRANCE, { padding: MARGIN, maxZoom: NEAREST_FIT });

  map.on("click", async (event: MapMouseEvent) => {
    const [feature] = map.queryRenderedFeatures(around(event), {
      layers: [STOPS, SPOTS].filter((id) => map.getLayer(id)),
    });
    const { id, cluster_id: cluster } = feature?.properties ?? {};
    if (id !== undefined) wishes.onChoose(id);
    else if (cluster !== undefined) {
      const zoom = await map.getSource<GeoJSONSource>(SPOTS)!.getClusterExpansionZoom(cluster);
      const [longitude, latitude] = (feature!.geometry as { coordinates: number[] }).coordinates;
      map.easeTo({ center: [longitude!, latitude!], zoom: zoom + 0.2 });
    }
  });
  for (const layer of [SPOTS, STOPS]) {
    map.on("mouseenter", layer, () => map.getCanvas().classList.add("map-over"));
    map.on("mouseleave", layer, () => map.getCanvas().classList.remove("map-over"));
  }

  return {
    show(next, frames) {
      scene = next;
      for (const [name, data] of Object.entries(dataOf(scene))) map.getSource<GeoJSONSource>(name)?.setData(data);
      if (frames) frame();
    },
    choose(point) {
      chosen = point;
      ring();
      if (point) map.easeTo({ center: [point.longitude, point.latitude], zoom: Math.max(map.getZoom(), CHOSEN_ZOOM) });
    },
    zoomBy: (step) => map.easeTo({ zoom: map.getZoom() + step }),
    frame,
    resize: () => map.resize(),
    destroy: ground.destroy,
  };
}

/** A finger is no needle: what lies within a few pixels is meant. */
function around({ point: { x, y }, originalEvent }: MapMouseEvent): [[number, number], [number, number]] {
  const reach = (originalEvent as PointerEvent).pointerType === "mouse" ? 2 : 8;
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
}

function pointAt({ longitude, latitude }: Point) {
  const geometry = { type: "Point" as const, coordinates: [longitude, latitude] };
  return { type: "Feature" as const, properties: {}, geometry };
}
