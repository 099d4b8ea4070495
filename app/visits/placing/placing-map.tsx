import { useEffect, useRef, useState } from "react";
import { french } from "~/format/typography";
import type { Point } from "~/geo/point";
import { Button } from "~/ui/button";
import type { Town } from "../map/scene";
import type { PlacingEngine } from "./placing-engine";

export interface PlacingMapProps {
  readonly styleUrl: string;
  readonly towns: readonly Town[];
  readonly start: Point;
  readonly point: Point | null;
  readonly onMove: (point: Point) => void;
}

/** A click puts the mark; dragged, or moved with the arrows, it says where it is in the field beside. */
export function PlacingMap({ styleUrl, towns, start, point, onMove }: PlacingMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const engine = useRef<PlacingEngine | null>(null);
  const [state, setState] = useState<"loading" | "outline" | "style" | "impossible">("loading");
  const [credit, setCredit] = useState("");
  const latest = useRef({ towns, start, point, onMove });
  latest.current = { towns, start, point, onMove };
  useEffect(() => {
    let isGone = false;
    import("./placing-engine").then(({ openPlacingEngine }) => {
      if (isGone || !box.current) return;
      engine.current = openPlacingEngine(box.current, {
        styleUrl,
        ...latest.current,
        onMove: (moved) => latest.current.onMove(moved),
        onGround: (kind, words) => {
          setState(kind);
          setCredit(words);
        },
      });
      if (!engine.current) setState("impossible");
    });
    return () => {
      isGone = true;
      engine.current?.destroy();
      engine.current = null;
    };
  }, [styleUrl]);
  useEffect(() => engine.current?.put(point), [point]);
  return (
    <section className="map-view no-print" aria-label="Carte">
      <a className="map-skip button button-secondary" href="#position">
        Passer la carte
      </a>
      <div className="map-frame placing-frame">
        <div className="map-box" ref={box} aria-busy={state === "loading"} />
      </div>
      {state !== "impossible" && (
        <div className="map-tools">
          <Button onClick={() => engine.current?.zoomBy(1)} aria-label="Rapprocher" className="map-tool">
            +
          </Button>
          <Button onClick={() => engine.current?.zoomBy(-1)} aria-label="Éloigner" className="map-tool">
            −
          </Button>
        </div>
      )}
      <div className="map-foot">
        <p role="status">
          {state === "impossible" && "Ce navigateur ne peut pas dessiner la carte. Le champ des coordonnées suffit."}
          {state === "outline" && styleUrl !== "" && french("Fond de carte indisponible : contours des départements.")}
        </p>
        {credit && <p className="soft">{credit}</p>}
      </div>
    </section>
  );
}
