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
};

const IN_BAR = 4;

export function Rail({ home, entries }: { home: string; entries: readonly NavEntry[] }) {
  return (
    <nav className="frame-rail" aria-label="Navigation principale">
      <Link to={home} className="frame-home" aria-label="Tandem, accueil">
        <Mark />
      </Link>
      {entries.map((entry) => (
        <Entry key={entry.to} entry={entry} />
      ))}
    </nav>
  );
}

export function BottomBar({ entries }: { entries: readonly NavEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving elsewhere closes the sheet
  useEffect(() => setOpen(false), [pathname]);
  const rest = entries.slice(IN_BAR);
  return (
    <nav className="frame-bar" aria-label="Navigation du bas">
      {entries.slice(0, IN_BAR).map((entry) => (
        <Entry key={entry.to} entry={entry} />
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

function Entry({ entry: { to, label, icon, isLast, end } }: { entry: NavEntry }) {
  return (
    <NavLink
      to={to}
      end={end ?? false}
      prefetch="intent"
      className={isLast ? "frame-entry frame-entry-last" : "frame-entry"}
    >
      <Icon name={icon} />
      {label}
    </NavLink>
  );
}
