import type { Level } from "./level";

/** The colours of the theme, as the canvas of the map needs them: written out. */
export interface Palette {
  readonly land: string;
  readonly water: string;
  readonly border: string;
  readonly ink: string;
  readonly soft: string;
  readonly onSolid: string;
  readonly brand: string;
  readonly levels: Readonly<Record<Level, string>>;
  /** One a day of the week; the letter of the stop says it too. */
  readonly days: readonly string[];
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const [brand, warm, danger, good, doubt, ink, soft] = ["brand", "warm", "danger", "good", "doubt", "ink", "soft"].map(
    token,
  ) as [string, string, string, string, string, string, string];
  return {
    land: token("surface"),
    water: token("hover"),
    border: token("edge"),
    ink,
    soft,
    onSolid: token("on-solid"),
    brand,
    levels: { promised: warm, due: brand, later: soft },
    days: [brand, danger, good, doubt, ink, soft, soft],
  };
}
