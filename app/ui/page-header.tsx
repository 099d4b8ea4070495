import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { number } from "~/format/numbers";
import { Icon } from "./icon";

export type PageHeaderProps = {
  title: ReactNode;
  /** The exact count of what the page lists. */
  count?: number | undefined;
  back?: { to: string; label: string } | undefined;
  /** The page's one action: a primary Button or LinkButton; on a phone it stands above the bottom bar. */
  action?: ReactNode;
  intro?: ReactNode;
  /** A line of marks and facts under the title. */
  facts?: ReactNode;
};

export function PageHeader({ title, count, back, action, intro, facts }: PageHeaderProps) {
  return (
    <header className="page-header">
      {back && (
        <Link to={back.to} className="page-back">
          <Icon name="chevron-left" small />
          {back.label}
        </Link>
      )}
      <h1 className="page-title">
        {title}
        {count !== undefined && <span className="page-count">{number(count)}</span>}
      </h1>
      {intro && <p className="page-intro">{intro}</p>}
      {facts && <div className="page-facts cluster">{facts}</div>}
      {action && <div className="page-action">{action}</div>}
    </header>
  );
}
