import type { Level } from "./level";
import type { Palette } from "./palette";

/** Drawn twice as fine as they are shown, for dense screens. */
export const ICON_RATIO = 2;
const FONT = '"Atkinson Hyperlegible Next Variable", system-ui, sans-serif';
/** Half the diamond's diagonal, in pixels: the more pressing, the larger. */
const REACH: Record<Level, number> = { promised: 11, due: 9, later: 7 };

/** The drawings of the map, made when the map first asks for them by name; null for a name of another style. */
export function iconNamed(name: string, palette: Palette): ImageData | null {
  const [kind, ...given] = name.split("|");
  switch (kind) {
    case "spot":
      return spotIcon(given[0]!, given[1] as Level, Number(given[2]), palette);
    case "cluster":
      return clusterIcon(given[0]!, Number(given[1]), palette);
    case "stop":
      return stopIcon(given[0]!, palette.days[Number(given[1])] ?? palette.ink, palette);
    case "base":
      return baseIcon(palette);
    case "town":
      return townIcon(given.join("|"), palette);
    default:
      return null;
  }
}

type Draw = (pen: CanvasRenderingContext2D) => void;

function drawn(width: number, height: number, draw: Draw): ImageData {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(width) * ICON_RATIO, Math.ceil(height) * ICON_RATIO];
  const pen = canvas.getContext("2d")!;
  pen.scale(ICON_RATIO, ICON_RATIO);
  [pen.textAlign, pen.textBaseline, pen.lineJoin] = ["center", "middle", "round"];
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Several doctors at one point: the diamond stands in a pill, before their number. */
function spotIcon(shape: string, level: Level, count: number, palette: Palette): ImageData {
  const reach = REACH[level];
  const color = palette.levels[level];
  if (count === 1) {
    const side = 2 * reach + 6;
    return drawn(side, side, (pen) => diamond(pen, [side / 2, side / 2], reach, shape, color, palette));
  }
  const font = `650 13px ${FONT}`;
  const text = String(count);
  const [height, diamondReach] = [26, 7];
  const width = widthOf(text, font) + 2 * diamondReach + 25;
  return drawn(width, height, (pen) => {
    pill(pen, width, height, palette.land, color);
    diamond(pen, [diamondReach + 8, height / 2], diamondReach, shape, color, palette);
    write(pen, text, font, palette.ink, width - 9 - widthOf(text, font) / 2, height / 2);
  });
}

function diamond(
  pen: CanvasRenderingContext2D,
  [x, y]: [number, number],
  reach: number,
  shape: string,
  color: string,
  palette: Palette,
) {
  const path = (from: number) => {
    pen.beginPath();
    pen.moveTo(x, y - from);
    pen.lineTo(x + from, y);
    pen.lineTo(x, y + from);
    pen.lineTo(x - from, y);
    pen.closePath();
  };
  // A halo of the ground's colour, so that the shape stands out on any map.
  path(reach + 2);
  pen.fillStyle = palette.land;
  pen.fill();
  if (shape === "full") {
    path(reach);
    pen.fillStyle = color;
    pen.fill();
    return;
  }
  path(reach - 1);
  [pen.strokeStyle, pen.lineWidth] = [color, 2];
  if (shape === "unknown") pen.setLineDash([2.5, 2]);
  pen.stroke();
  pen.setLineDash([]);
  if (shape !== "half") return;
  pen.beginPath();
  pen.moveTo(x, y - reach + 1);
  pen.lineTo(x, y + reach - 1);
  pen.lineTo(x - reach + 1, y);
  pen.closePath();
  pen.fillStyle = color;
  pen.fill();
}

/** Several places, too near each other to be told apart at this distance. */
function clusterIcon(text: string, rank: number, palette: Palette): ImageData {
  const font = `650 13px ${FONT}`;
  const side = Math.max(32, widthOf(text, font) + 16);
  const color = [palette.levels.later, palette.levels.due, palette.levels.promised][rank] ?? palette.levels.due;
  return drawn(side, side, (pen) => {
    disc(pen, side / 2, side / 2 - 1, palette.land);
    pen.lineWidth = 3;
    pen.strokeStyle = color;
    pen.beginPath();
    pen.arc(side / 2, side / 2, side / 2 - 3.5, 0, 2 * Math.PI);
    pen.stroke();
    write(pen, text, font, palette.ink, side / 2, side / 2);
  });
}

function stopIcon(label: string, color: string, palette: Palette): ImageData {
  const font = `650 13px ${FONT}`;
  const height = 26;
  const width = Math.max(height, widthOf(label, font) + 14);
  return drawn(width, height, (pen) => {
    pill(pen, width, height, color, palette.land);
    write(pen, label, font, palette.onSolid, width / 2, height / 2);
  });
}

function baseIcon(palette: Palette): ImageData {
  return drawn(26, 26, (pen) => {
    disc(pen, 13, 12, palette.land);
    pen.strokeStyle = palette.ink;
    pen.lineWidth = 1.75;
    pen.stroke(new Path2D("M6 12.5 13 6.5l7 6M8.25 11.5v7h9.5v-7"));
  });
}

function townIcon(name: string, palette: Palette): ImageData {
  const font = `520 13px ${FONT}`;
  const width = widthOf(name, font) + 8;
  return drawn(width, 20, (pen) => {
    pen.font = font;
    [pen.strokeStyle, pen.lineWidth] = [palette.land, 4];
    pen.strokeText(name, width / 2, 10);
    write(pen, name, font, palette.soft, width / 2, 10);
  });
}

function pill(pen: CanvasRenderingContext2D, width: number, height: number, ground: string, edge: string) {
  pen.beginPath();
  pen.roundRect(1, 1, width - 2, height - 2, height / 2 - 1);
  pen.fillStyle = ground;
  pen.fill();
  [pen.strokeStyle, pen.lineWidth] = [edge, 2];
  pen.stroke();
}

function disc(pen: CanvasRenderingContext2D, center: number, radius: number, color: string) {
  pen.beginPath();
  pen.arc(center, center, radius, 0, 2 * Math.PI);
  pen.fillStyle = color;
  pen.fill();
}

function write(pen: CanvasRenderingContext2D, text: string, font: string, color: string, x: number, y: number) {
  [pen.font, pen.fillStyle] = [font, color];
  pen.fillText(text, x, y + 0.5);
}

let ruler: CanvasRenderingContext2D | undefined;

function widthOf(text: string, font: string): number {
  ruler ??= document.createElement("canvas").getContext("2d")!;
  ruler.font = font;
  return ruler.measureText(text).width;
}
