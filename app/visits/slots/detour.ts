import { minutes } from "~/format/durations";

export type Band = "near" | "small" | "large";

/** Minutes of driving that a visit may add and still be called that. */
const MOST = { near: 10, small: 30 };

export const BAND_LABELS: Record<Band, string> = {
  near: "sur la route",
  small: "petit détour",
  large: "grand détour",
};

export function bandOf(detour: number): Band {
  if (detour <= MOST.near) return "near";
  return detour <= MOST.small ? "small" : "large";
}

/** « 25 min de route en plus »; nothing to add is worth saying too. */
export function detourText(detour: number): string {
  return detour === 0 ? "aucune route en plus" : `${minutes(detour)} de route en plus`;
}
