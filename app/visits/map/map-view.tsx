import { useEffect, useId, useRef, useState } from "react";
import { french } from "~/format/typography";
import type { Point } from "~/geo/point";
import { Button } from "~/ui/button";
import type { Engine } from "./engine";
import type { Scene } from "./scene";

export interface MapViewProps {
  readonly scene: Scene;
  readonly chosen: Point | null;
  readonly styleUrl: string;
  /** Where one lands who skips the map. */
  readonly twinId: string;
  readonly onChoose: (doctorId: number) => void;
}

type State = "loading" | "outline" | "style" | "impossible";

/** The map, drawn in the browser only; the list beside it says all that it says. */
export function MapView({ scene, chosen, styleUrl, twinId, onChoose }: MapViewProps) {
  const { box, state, credit, engine } = useEngine({ scene, chosen, styleUrl, onChoose });
  const [isLarge, setLarge] = useState(false);
  const described = useId();
  return (
    <section
      className="map-view no-print"
      aria-label="Carte"
      aria-describedby={described}
      data-large={isLarge || undefined}
    >
      <a className="map-skip button button-secondary" href={`#${twinId}`}>
        Passer la carte
      </a>
      <p id={described} className="visually-hidden">
        {french(
          "La carte montre les arrêts de la tournée et les médecins à voir. La liste qui suit dit la même chose. Au clavier : les flèches déplacent la carte, plus et moins changent l'échelle.",
        )}
      </p>
      <div className="map-frame">
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
          <Button onClick={() => engine.current?.frame()}>Tout voir</Button>
          <Button onClick={() => setLarge(!isLarge)} aria-pressed={isLarge} className="map-enlarge">
            {isLarge ? "Réduire" : "Agrandir"}
          </Button>
        </div>
      )}
      <div className="map-foot">
        <p role="status">{noteOf(state, styleUrl)}</p>
        {credit && <p className="soft">{credit}</p>}
      </div>
    </section>
  );
}

/** What the map cannot do here, said once and softly. */
function noteOf(state: State, styleUrl: string): string {
  if (state === "impossible") return "Ce navigateur ne peut pas dessiner la carte. La liste contient tout.";
  return state === "outline" && styleUrl !== ""
    ? french("Fond de carte indisponible : contours des départements.")
    : "";
}

function useEngine({ scene, chosen, styleUrl, onChoose }: Omit<MapViewProps, "twinId">) {
  const box = useRef<HTMLDivElement>(null);
  const engine = useRef<Engine | null>(null);
  const [state, setState] = useState<State>("loading");
  const [credit, setCredit] = useState("");
  const latest = useRef({ scene, chosen, onChoose });
  const framed = useRef(scene.tours);
  latest.current = { scene, chosen, onChoose };

  useEffect(() => {
    let isGone = false;
    // The library weighs a megabyte: it comes with the first map, and never with another screen.
    import("./engine").then(({ openEngine }) => {
      if (isGone || !box.current) return;
      engine.current = openEngine(box.current, {
        styleUrl,
        scene: latest.current.scene,
        onChoose: (id) => latest.current.onChoose(id),
        onGround: (kind, words) => {
          setState(kind);
          setCredit(words);
        },
      });
      if (!engine.current) setState("impossible");
      else if (latest.current.chosen) engine.current.choose(latest.current.chosen);
    });
    return () => {
      isGone = true;
      engine.current?.destroy();
      engine.current = null;
    };
  }, [styleUrl]);

  useEffect(() => {
    engine.current?.show(scene, framed.current !== scene.tours);
    framed.current = scene.tours;
  }, [scene]);

  const [longitude, latitude] = [chosen?.longitude, chosen?.latitude];
  useEffect(() => {
    const isPoint = longitude !== undefined && latitude !== undefined;
    engine.current?.choose(isPoint ? { longitude, latitude } : null);
  }, [longitude, latitude]);

  return { box, state, credit, engine };
}
