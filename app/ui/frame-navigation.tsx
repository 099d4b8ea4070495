import { Link, NavLink, useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Dialog } from "./dialog";
import { Icon, type IconName } from "./icon";
import { Mark } from "./mark";

export type NavEntry = {
  to: string;
  label: string;
  icon: IconName;
  /** Second key of « g m ». */
  key?: string;
  /** At the foot of the rail: settings. */
  isLast?: boolean;
  /** Active at its exact address only. */
  end?: boolean;
  /** Pages of one kind of work share a place in the rail, and a line of tabs above each of them. */
  group?: NavGroup;
};

export interface NavGroup {
  readonly label: string;
  readonly icon: IconName;
}

const IN_BAR = 4;
/** As many as a rail shows without scrolling; fewer are not worth a group. */
const UNGROUPED = 8;

/** One place of the rail: a page, or several of one kind under the name of their group. */
interface Place {
  readonly entry: NavEntry;
  readonly members: readonly NavEntry[];
}

function placesOf(entries: readonly NavEntry[]): Place[] {
  const places: Place[] = [];
  for (const entry of entries) {
    const near = entries.filter(({ group }) => group !== undefined && group === entry.group);
    if (entries.length <= UNGROUPED || near.length < 2) places.push({ entry, members: [entry] });
    else if (near[0] === entry) places.push({ entry: { ...entry, ...entry.group }, members: near });
  }
  return places;
}

const isAt = (pathname: string, { to, end }: NavEntry) => pathname === to || (!end && pathname.startsWith(`${to}/`));

/** The pages beside this one, as tabs; nothing when it stands alone. */
export function NearPages({ entries }: { entries: readonly NavEntry[] }) {
  const { pathname } = useLocation();
  const place = placesOf(entries).find(({ members }) => members.some((member) => isAt(pathname, member)));
  if (!place || place.members.length < 2) return null;
  return (
    <nav className="frame-near" aria-label={place.entry.label}>
      {place.members.map(({ to, label }) => (
        <NavLink key={to} to={to} className="frame-near-entry" prefetch="intent">
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

export function Rail({ home, entries }: { home: string; entries: readonly NavEntry[] }) {
  return (
    <nav className="frame-rail" aria-label="Navigation principale">
      <Link to={home} className="frame-home" aria-label="Tandem, accueil">
        <Mark />
      </Link>
      {placesOf(entries).map((place) => (
        <Entry key={place.entry.to} place={place} />
      ))}
    </nav>
  );
}

export function BottomBar({ entries }: { entries: readonly NavEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving elsewhere closes the sheet
  useEffect(() => setOpen(false), [pathname]);
  const places = placesOf(entries);
  const rest = places.slice(IN_BAR).flatMap(({ members }) => members);
  return (
    <nav className="frame-bar" aria-label="Navigation du bas">
      {places.slice(0, IN_BAR).map((place) => (
        <Entry key={place.entry.to} place={place} />
      ))}
      {rest.length > 0 && (
        <button
          type="button"
          className="frame-entry"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <Icon name="menu" />
          Plus
        </button>
      )}
      <Dialog title="Plus" isOpen={isOpen} onClose={() => setOpen(false)}>
        <nav className="frame-more" aria-label="Autres pages">
          {rest.map(({ to, label, icon }) => (
            <NavLink key={to} to={to} className="frame-more-entry">
              <Icon name={icon} />
              {label}
            </NavLink>
          ))}
        </nav>
      </Dialog>
    </nav>
  );
}

function Entry({ place: { entry, members } }: { place: Place }) {
  const { to, label, icon, isLast, end } = entry;
  const { pathname } = useLocation();
  const content = (
    <>
      <Icon name={icon} />
      {label}
    </>
  );
  const className = isLast ? "frame-entry frame-entry-last" : "frame-entry";
  if (members.length === 1)
    return (
      <NavLink to={to} end={end ?? false} prefetch="intent" className={className}>
        {content}
      </NavLink>
    );
  const isHere = members.some((member) => isAt(pathname, member));
  return (
    <Link to={to} prefetch="intent" className={className} aria-current={isHere ? "page" : undefined}>
      {content}
    </Link>
  );
}
