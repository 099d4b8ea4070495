import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./mark-shapes";

/** A state in one or two words. */
export function Badge({ tone = "plain", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge tone-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
