import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { number } from "~/format/numbers";
import { Icon } from "./icon";

/** Filters in one line; each chip is a link, so that the state of a list is its address. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="chips" aria-label={label}>
      {children}
    </ul>
  );
}

export type ChipProps = { to: string; isOn?: boolean; count?: number; children: ReactNode };

export function Chip({ to, isOn = false, count, children }: ChipProps) {
  return (
    <li>
      <Link to={to} className="chip" preventScrollReset aria-current={isOn || undefined}>
        {children}
        {count !== undefined && <span className="chip-count">{number(count)}</span>}
      </Link>
    </li>
  );
}

/** A filter in force; `to` is the same list without it. */
export function RemovableChip({ to, children }: { to: string; children: ReactNode }) {
  return (
    <li>
      <Link to={to} className="chip chip-removable" preventScrollReset>
        <span className="visually-hidden">Retirer le filtre </span>
        {children}
        <Icon name="cross" small />
      </Link>
    </li>
  );
}
