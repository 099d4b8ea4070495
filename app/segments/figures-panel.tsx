import { FAMILY_LABELS, type SpecialtyFamily } from "~/doctors/specialty";
import { capital } from "~/eligibility/assessment";
import { ZONES } from "~/eligibility/doctor-facts";
import { ZONE_LABELS } from "~/eligibility/labels";
import { countOf, number, percent, plural } from "~/format/numbers";
import { french, quoted } from "~/format/typography";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { ComputedAt } from "~/ui/stat";
import type { ShownFigures } from "./use-figures";

interface FiguresPanelProps {
  figures: ShownFigures | null;
  problem: string | null;
  isCounting: boolean;
  /** Takes away the part of the segment at that rank. */
  removePart: ((rank: number) => void) | null;
}

/** How many, exactly, and of which kinds. The last figures stay, paler, while the next are counted. */
export function FiguresPanel({ figures, problem, isCounting, removePart }: FiguresPanelProps) {
  return (
    <div className="segment-figures stack" aria-busy={isCounting}>
      {problem && (
        <Notice kind="attention" live title="Le segment n'a pas pu être compté">
          {problem}
        </Notice>
      )}
      {figures && !problem && (
        <>
          <p className="segment-count" role="status">
            <span className="segment-count-number">{number(figures.count)}</span> {plural(figures.count, "médecin")}
          </p>
          <p className="small soft">
            <ComputedAt instant={figures.countedAt} />
          </p>
          {figures.count === 0 && <WhyNobody figures={figures} removePart={removePart} />}
          <Breakdown figures={figures} />
        </>
      )}
    </div>
  );
}

/** Which part empties it: the one without which most would be there. */
function WhyNobody({ figures, removePart }: Pick<FiguresPanelProps, "removePart"> & { figures: ShownFigures }) {
  const useful = figures.without.filter(({ count }) => count > 0);
  if (useful.length === 0)
    return (
      <p>
        {figures.without.length > 1 ? "Retirer une seule partie du segment n'y suffit pas." : "Personne n'y répond."}
      </p>
    );
  return (
    <ul className="segment-without">
      {useful.map(({ part, place, count }) => (
        <li key={place}>
          <span>{french(`Sans ${quoted(part)} : ${countOf(count, "médecin")}.`)}</span>
          {removePart && (
            <Button kind="quiet" onClick={() => removePart(place)}>
              Retirer
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const ZONE_ORDER = [...ZONES, null];
/** Specialties shown by name; the others are counted together. */
const MOST_SPECIALTIES = 6;

function Breakdown({ figures: { shares, count } }: { figures: ShownFigures }) {
  if (count === 0) return null;
  const zones = ZONE_ORDER.flatMap((zone) => shares.filter((share) => share.is_zone && share.zone === zone));
  const specialties = shares.filter((share) => !share.is_zone);
  const others = specialties.slice(MOST_SPECIALTIES).reduce((sum, share) => sum + share.doctors, 0);
  return (
    <>
      <Bars title="Par zone" total={count} bars={zones.map(({ zone, doctors }) => [zoneName(zone), doctors])} />
      <Bars
        title="Par spécialité"
        total={count}
        bars={[
          ...specialties
            .slice(0, MOST_SPECIALTIES)
            .map(({ specialty, doctors }): [string, number] => [specialtyName(specialty), doctors]),
          ...(others > 0 ? [["Autres spécialités", others] as [string, number]] : []),
        ]}
      />
    </>
  );
}

function Bars({ title, total, bars }: { title: string; total: number; bars: readonly (readonly [string, number])[] }) {
  return (
    <Panel title={title}>
      <dl className="segment-bars">
        {bars.map(([label, doctors]) => (
          <div key={label} className="segment-bar">
            <dt>{label}</dt>
            <dd>
              {number(doctors)} <span className="small soft">{percent(doctors / total, 0)}</span>
            </dd>
            <dd className="segment-bar-track" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * doctors) / total}%` }} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function zoneName(zone: string | null): string {
  if (zone === null) return "Zone inconnue";
  return zone === "ZIP" || zone === "ZAC" ? zone : capital(ZONE_LABELS[zone as keyof typeof ZONE_LABELS] ?? zone);
}

function specialtyName(specialty: string | null): string {
  return FAMILY_LABELS[specialty as SpecialtyFamily] ?? "Autre spécialité";
}
