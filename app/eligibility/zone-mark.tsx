import { Marked } from "~/ui/mark-shapes";
import { capital } from "./assessment";
import type { Zone } from "./doctor-facts";
import { ZONE_LABELS } from "./labels";

const SHAPES = { ZIP: "diamond-full", ZAC: "diamond-half", ZV: "diamond-hollow", HZ: "diamond-hollow" } as const;
const SHORT: Record<Zone, string> = { ZIP: "ZIP", ZAC: "ZAC", ZV: "Vigilance", HZ: "Hors zone" };

/** Never by colour alone: the fuller the diamond, the fewer doctors there are. */
export function ZoneMark({ zone, inFull = false }: { zone: string | null; inFull?: boolean }) {
  const shape = SHAPES[zone as Zone];
  if (!shape) return <span className="soft">Zone inconnue</span>;
  return (
    <Marked shape={shape} tone={zone === "ZIP" || zone === "ZAC" ? "warm" : "plain"}>
      {inFull ? capital(ZONE_LABELS[zone as Zone]) : SHORT[zone as Zone]}
    </Marked>
  );
}
