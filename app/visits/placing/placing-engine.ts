import { Marker } from "maplibre-gl";
import type { Point } from "~/geo/point";
import { type GroundKind, openGround } from "../map/ground";
import { withScene } from "../map/layers";
import type { Town } from "../map/scene";

export interface PlacingEngine {
  /** Where the mark stands; null takes it off. */
  put(point: Point | null): void;
  zoomBy(step: 1 | -1): void;
  destroy(): void;
}

export interface PlacingWishes {
  readonly styleUrl: string;
  readonly towns: readonly Town[];
  readonly start: Point;
  readonly point: Point | null;
  /** By a click, by dragging or with the arrows. */
  readonly onMove: (point: Point) => void;
  readonly onGround: (kind: GroundKind, credit: string) => void;
}

const START_ZOOM = 12;
const PLACED_ZOOM = 15;
/** Pixels the mark moves at a press of an arrow, and with Shift. */
const STEP = 6;
const LONG_STEP = 48;
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Null where the browser cannot draw maps. */
export function openPlacingEngine(container: HTMLElement, wishes: PlacingWishes): PlacingEngine | null {
  const scene = { spots: [], tours: [], base: null, towns: wishes.towns };
  const ground = openGround(container, {
    styleUrl: wishes.styleUrl,
    options: {
      center: inOrder(wishes.point ?? wishes.start),
      zoom: wishes.point ? PLACED_ZOOM : START_ZOOM,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 19,
      locale: { "Map.Title": "Carte où choisir l'emplacement", "Marker.Title": MARK_TITLE },
    },
    dress: (style, palette, kind) => withScene(style, scene, palette, kind === "outline"),
    onGround: wishes.onGround,
  });
  if (!ground) return null;
  const { map } = ground;
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const marker = new Marker({ element: markElement(), draggable: true, anchor: "bottom" });
  let isShown = false;
  const put = (point: Point | null) => {
    if (point === null) marker.remove();
    else marker.setLngLat(inOrder(point));
    if (point !== null && !isShown) marker.addTo(map);
    isShown = point !== null;
  };
  const told = ({ lng, lat }: { lng: number; lat: number }) => wishes.onMove({ latitude: lat, longitude: lng });

  put(wishes.point);
  map.on("click", ({ lngLat }) => told(lngLat));
  marker.on("dragend", () => told(marker.getLngLat()));
  marker.getElement().addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const { x, y } = map.project(marker.getLngLat());
    const step = event.shiftKey ? LONG_STEP : STEP;
    told(map.unproject([x + way[0] * step, y + way[1] * step]));
  });

  return {
    put(point) {
      put(point);
      if (point && !map.getBounds().contains(inOrder(point))) map.jumpTo({ center: inOrder(point), zoom: PLACED_ZOOM });
    },
    zoomBy: (step) => map.easeTo({ zoom: map.getZoom() + step, ...(isShown ? { around: marker.getLngLat() } : {}) }),
    destroy: ground.destroy,
  };
}

const MARK_TITLE = "Repère du cabinet. Les flèches le déplacent, avec Maj plus loin.";

function markElement(): HTMLElement {
  const mark = document.createElement("button");
  mark.type = "button";
  mark.className = "placing-mark";
  mark.setAttribute("aria-label", MARK_TITLE);
  mark.innerHTML =
    '<svg viewBox="0 0 28 36" aria-hidden="true"><path d="M14 35S26 22.5 26 13.5a12 12 0 0 0-24 0C2 22.5 14 35 14 35Z"/><circle cx="14" cy="13.5" r="4.5"/></svg>';
  return mark;
}

function inOrder({ longitude, latitude }: Point): [number, number] {
  return [longitude, latitude];
}
