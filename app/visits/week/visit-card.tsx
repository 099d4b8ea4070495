import { Link } from "@remix-run/react";
import { hhmm } from "~/calendar/zoned";
import { ZoneMark } from "~/eligibility/zone-mark";
import { clockTime, longDay, shortDay } from "~/format/dates";
import { Icon } from "~/ui/icon";
import { Menu, type MenuEntry } from "~/ui/menu";
import { firmnessIcon, firmnessText, isMovable, otherHolds } from "./stop-words";
import type { Act } from "./use-week-acts";
import { stopFields } from "./use-week-keys";
import type { VisitView } from "./view";

export interface VisitCardProps {
  readonly visit: VisitView;
  readonly day: string;
  /** The days it may go to. */
  readonly otherDays: readonly string[];
  /** Null while the week is being computed, or over. */
  readonly act: Act | null;
}

export function VisitCard({ visit, day, otherDays, act }: VisitCardProps) {
  const canMove = act !== null && isMovable(visit);
  const icon = firmnessIcon(visit);
  const shade = visit.state === "done" ? "done" : visit.firmness;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a courtesy; the menu and the keys do the same
    <div
      className={`week-visit week-visit-${shade}`}
      data-row
      data-visit={visit.id}
      draggable={canMove}
      onDragStart={(event) => event.dataTransfer.setData(VISIT_DRAG, JSON.stringify({ ...stopFields(visit), day }))}
    >
      <div className="week-visit-lead">
        <span className="week-visit-time">{at(visit.from)}</span>
        <ZoneMark zone={visit.area} />
      </div>
      <Link to={`/medecins/${visit.doctorId}`} className="week-visit-name" data-row-link>
        {visit.name}
      </Link>
      {visit.reason && <p className="week-visit-reason">{visit.reason}</p>}
      {visit.now && (
        <p className="week-visit-reason">
          Aujourd'hui {visit.now.day === day ? "" : `${shortDay(visit.now.day)} `}à {at(visit.now.minutes)} : déplacé si
          vous acceptez.
        </p>
      )}
      <p className="week-visit-firmness">
        {icon && <Icon name={icon} small />}
        {firmnessText(visit)}
      </p>
      {canMove && (
        <Menu
          label={`Actions pour ${visit.name}`}
          icon="more"
          iconOnly
          kind="quiet"
          className="week-visit-menu"
          entries={entriesFor(visit, day, otherDays, act)}
        />
      )}
    </div>
  );
}

export const VISIT_DRAG = "application/x-tandem-visit";

function entriesFor(visit: VisitView, day: string, otherDays: readonly string[], act: Act): MenuEntry[] {
  const stop = stopFields(visit);
  return [
    ...otherHolds(visit).map(({ firmness, label }) => ({
      id: firmness,
      label,
      onAction: () => act({ intent: "hold", ...stop, firmness }),
    })),
    ...otherDays.map((other) => ({
      id: other,
      label: `Déplacer au ${longDay(other)}`,
      onAction: () => act({ intent: "move", ...stop, day: other }),
    })),
    ...(visit.state === "proposed"
      ? [
          {
            id: "remove",
            label: "Retirer de la semaine",
            isDangerous: true,
            onAction: () => act({ intent: "remove", ...stop }),
          },
        ]
      : [{ id: "day", label: "Ouvrir la journée", to: `/visites/journee?jour=${visit.now?.day ?? day}` }]),
  ];
}

function at(minutes: number): string {
  return clockTime(hhmm(minutes));
}
