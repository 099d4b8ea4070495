import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./mark-shapes";

export type NoticeKind = "info" | "attention" | "danger" | "good";

const LOOKS: Record<NoticeKind, { tone: Tone; icon: IconName }> = {
  info: { tone: "brand", icon: "info" },
  attention: { tone: "doubt", icon: "warning" },
  danger: { tone: "danger", icon: "warning" },
  good: { tone: "good", icon: "check" },
};

export type NoticeProps = {
  kind?: NoticeKind;
  title?: ReactNode;
  /** Read aloud when it appears after the page has loaded. */
  live?: boolean;
  action?: ReactNode;
  children?: ReactNode;
};

export function Notice({ kind = "info", title, live = false, action, children }: NoticeProps) {
  const { tone, icon } = LOOKS[kind];
  return (
    <div className={`notice tone-${tone}`} role={live ? "status" : undefined}>
      <Icon name={icon} />
      {title && <p className="notice-title">{title}</p>}
      {children && <div className="notice-body">{children}</div>}
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
