import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";

const THEME = "app/ui/theme";
const sheets = readdirSync(THEME).filter((file) => file.endsWith(".css"));
const read = (file: string) => readFileSync(`${THEME}/${file}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

const GROUNDS = ["paper", "surface", "sunk", "hover", "raised"];
const TINTS = ["brand", "warm", "danger", "good", "doubt"].map((tone) => `${tone}-tint`);
const TEXTS = ["ink", "soft", "brand", "warm", "danger", "good", "doubt"];
const SOLIDS = ["brand", "brand-strong", "danger", "danger-strong"];

type Colours = Record<string, string>;

/** The tokens as a browser would resolve them in each mode: later blocks win where their condition holds. */
function coloursWhen(holds: (condition: string) => boolean): Colours {
  const colours: Colours = {};
  const css = read("tokens.css");
  for (const [, condition, body] of css.matchAll(/(?:@media ([^{]+)\{\s*)?:root\s*\{([^}]*)\}/g)) {
    if (condition && !holds(condition.trim())) continue;
    for (const [, name, value] of body!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)) colours[name!] = value!;
  }
  return colours;
}

const MODES = [
  { mode: "light", dark: false, more: false },
  { mode: "dark", dark: true, more: false },
  { mode: "light, more contrast", dark: false, more: true },
  { mode: "dark, more contrast", dark: true, more: true },
].map(({ mode, dark, more }) => ({
  mode,
  colours: coloursWhen(
    (condition) =>
      /prefers/.test(condition) &&
      (dark || !/scheme: dark/.test(condition)) &&
      (more || !/contrast: more/.test(condition)),
  ),
}));

describe.each(MODES)("$mode", ({ colours }) => {
  const below = (pairs: [string, string][], least: number) =>
    pairs
      .map(([front, back]) => ({ pair: `${front} on ${back}`, ratio: contrast(colours[front]!, colours[back]!) }))
      .filter(({ ratio }) => ratio < least);

  it("has legible text of every colour on every ground and tint", () => {
    expect(below(pairs(TEXTS, [...GROUNDS, ...TINTS]), 4.5)).toEqual([]);
  });
  it("has legible text on solid buttons", () => expect(below(pairs(["on-solid"], SOLIDS), 4.5)).toEqual([]));
  it("has visible edges of controls, focus rings and bars", () => {
    expect(below(pairs(["edge", "brand"], GROUNDS), 3)).toEqual([]);
    expect(below(pairs(["brand", "warm", "good"], ["track"]), 3)).toEqual([]);
  });
});

test("modes differ, so the table above is not four times the same", () => {
  expect(new Set(MODES.map(({ colours }) => `${colours.paper}${colours.soft}`)).size).toBe(4);
});

test("colours are written in the tokens and on paper, nowhere else", () => {
  const strays = sheets
    .filter((file) => !["tokens.css", "print.css"].includes(file))
    .filter((file) => /#[0-9a-f]{3,8}\b|\brgb|\bhsl|\boklch/i.test(read(file)));
  expect(strays).toEqual([]);
});

test("text takes only the colours that were computed, and grounds too", () => {
  const css = sheets.map(read).join("\n");
  const used = (property: RegExp) => new Set([...css.matchAll(property)].map(([, name]) => name));
  expect(
    [...used(/[\s{;]color:\s*var\(--([\w-]+)/g)].filter((name) => ![...TEXTS, "tone", "on-solid"].includes(name!)),
  ).toEqual([
    "brand-tint", // the mark behind the sign-in page: a drawing nobody reads
  ]);
  const grounds = [...GROUNDS, ...TINTS, ...SOLIDS, "tone", "tone-tint", "on-solid", "track", "veil", "ink"];
  expect([...used(/background(?:-color)?:\s*var\(--([\w-]+)/g)].filter((name) => !grounds.includes(name!))).toEqual([]);
});

test("no text is smaller than 13 px", () => {
  const sizes = [...read("tokens.css").matchAll(/--text-\w+:\s*([\d.]+)rem/g)].map(([, rem]) => Number(rem) * 16);
  expect(Math.min(...sizes)).toBe(13);
  const direct = sheets.flatMap((file) => [...read(file).matchAll(/font-size:\s*([^;]+)/g)].map(([, size]) => size!));
  expect(direct.filter((size) => !/^var\(--text-/.test(size))).toEqual([]);
});

function pairs(fronts: string[], backs: string[]): [string, string][] {
  return fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));
}

/** WCAG 2.2, relative luminance. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
