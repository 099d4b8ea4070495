import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { geoJsonOf, outlinesIn, type StoredOutlines } from "~/geo/outline";
import type { Palette } from "./palette";
import { legFeatures, type Scene, spotFeatures, stopFeatures, townFeatures } from "./scene";

/** Beyond this zoom every place is drawn by itself. */
const LAST_CLUSTERED_ZOOM = 12;
const CLUSTER_PIXELS = 38;

export const SPOTS = "tandem-spots";
export const STOPS = "tandem-stops";
const LEGS = "tandem-legs";
const TOWNS = "tandem-towns";
export const CHOSEN = "tandem-chosen";

type Data = Exclude<GeoJSONSourceSpecification["data"], string>;

/** The ground when no other can be had: the départements, without letters to fetch from anywhere. */
export function outlineStyle(stored: StoredOutlines, palette: Palette): StyleSpecification {
  const data: Data = geoJsonOf(outlinesIn(stored));
  return {
    version: 8,
    sources: { outlines: { type: "geojson", data, tolerance: 0.2 } },
    layers: [
      { id: "water", type: "background", paint: { "background-color": palette.water } },
      { id: "land", type: "fill", source: "outlines", paint: { "fill-color": palette.land } },
      {
        id: "borders",
        type: "line",
        source: "outlines",
        layout: { "line-join": "round" },
        paint: { "line-color": palette.border, "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.5, 9, 1.5] },
      },
    ],
  };
}

/** What is ours, over any ground. Names of towns are written only where the ground has none. */
export function withScene(
  ground: StyleSpecification,
  scene: Scene,
  palette: Palette,
  writesTowns: boolean,
): StyleSpecification {
  const sources = Object.entries(sourcesOf(scene)).filter(([name]) => writesTowns || name !== TOWNS);
  const layers = layersOf(palette).filter((layer) => writesTowns || !("source" in layer) || layer.source !== TOWNS);
  return {
    ...ground,
    sources: { ...ground.sources, ...Object.fromEntries(sources) },
    layers: [...ground.layers, ...layers],
  };
}

/** The data of each of our sources, as they change with the filters. */
export function dataOf(scene: Scene): Record<string, Data> {
  return {
    [SPOTS]: spotFeatures(scene),
    [STOPS]: stopFeatures(scene),
    [LEGS]: legFeatures(scene),
    [TOWNS]: townFeatures(scene),
  };
}

function sourcesOf(scene: Scene): Record<string, SourceSpecification> {
  const data = dataOf(scene);
  return {
    [TOWNS]: { type: "geojson", data: data[TOWNS]! },
    [LEGS]: { type: "geojson", data: data[LEGS]! },
    [CHOSEN]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    [SPOTS]: {
      type: "geojson",
      data: data[SPOTS]!,
      cluster: true,
      clusterMaxZoom: LAST_CLUSTERED_ZOOM,
      clusterRadius: CLUSTER_PIXELS,
      clusterProperties: { doctors: ["+", ["get", "doctors"]], rank: ["max", ["get", "rank"]] },
    },
    [STOPS]: { type: "geojson", data: data[STOPS]! },
  };
}

/** The house stands above its point, so that it hides nobody who practises next to it. */
const BESIDE_BASE: ExpressionSpecification = [
  "case",
  ["==", ["get", "icon"], "base"],
  ["literal", [0, -22]],
  ["literal", [0, 0]],
];

function layersOf(palette: Palette): LayerSpecification[] {
  const shown = { "icon-allow-overlap": true, "icon-ignore-placement": true } as const;
  return [
    {
      id: TOWNS,
      type: "symbol",
      source: TOWNS,
      layout: { "icon-image": ["get", "icon"], "icon-offset": [0, 24], "symbol-sort-key": ["get", "order"] },
    },
    {
      id: LEGS,
      type: "line",
      source: LEGS,
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": ["to-color", ["at", ["get", "day"], ["literal", [...palette.days]]]],
        "line-width": 2.5,
        "line-dasharray": [0.5, 2],
      },
    },
    {
      id: CHOSEN,
      type: "circle",
      source: CHOSEN,
      paint: {
        "circle-radius": 20,
        "circle-color": palette.brand,
        "circle-opacity": 0.16,
        "circle-stroke-color": palette.brand,
        "circle-stroke-width": 2.5,
      },
    },
    {
      id: SPOTS,
      type: "symbol",
      source: SPOTS,
      layout: {
        ...shown,
        "icon-image": [
          "case",
          ["has", "point_count"],
          ["concat", "cluster|", ["to-string", ["get", "doctors"]], "|", ["to-string", ["get", "rank"]]],
          ["get", "icon"],
        ],
        "symbol-sort-key": ["get", "rank"],
      },
    },
    {
      id: STOPS,
      type: "symbol",
      source: STOPS,
      layout: { ...shown, "icon-image": ["get", "icon"], "icon-offset": BESIDE_BASE },
    },
  ];
}
