import { ICON_PATHS, type IconName } from "./icon-paths";

export type { IconName };

/** Always beside words or inside something that has a name: the drawing itself is silent. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? "icon icon-small" : "icon"} viewBox="0 0 20 20" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
