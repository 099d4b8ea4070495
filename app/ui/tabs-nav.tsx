import { NavLink } from "@remix-run/react";
import { number } from "~/format/numbers";

export type Tab = {
  to: string;
  label: string;
  count?: number | undefined /** Active only at its exact address. */;
  end?: boolean;
};

/** Each tab is a page with its own address. */
export function TabsNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className="tab" prefetch="intent" preventScrollReset>
          {tab.label}
          {tab.count !== undefined && <span className="chip-count">{number(tab.count)}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
