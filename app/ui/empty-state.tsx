import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type EmptyStateProps = {
  title: string;
  /** Why there is nothing here. */
  why: ReactNode;
  /** One button, the way out. */
  action?: ReactNode;
  icon?: IconName;
};

export function EmptyState({ title, why, action, icon = "search" }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{why}</p>
      {action}
    </div>
  );
}
