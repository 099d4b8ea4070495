import { hhmm } from "~/calendar/zoned";
import { clockTime } from "~/format/dates";
import { french, listed, quoted } from "~/format/typography";
import type { Span } from "../setting";

export type ReadOpenings = { readonly ok: true; readonly spans: Span[] } | { readonly ok: false; readonly why: string };

const MOST = 4;
const SHORTEST = 15;
const MIDNIGHT = 24 * 60;
const EXAMPLE = "9 h – 12 h, 14 h – 18 h 30";

/** « 9 h – 12 h, 14 h – 18 h 30 », as a delegate types it on a telephone; nothing, or « fermé », is a closed day. */
export function readOpenings(text: string): ReadOpenings {
  const typed = text.replace(/\s+/g, " ").trim().toLocaleLowerCase("fr");
  if (typed === "" || /^(-|–|ferm[ée]e?)$/.test(typed)) return { ok: true, spans: [] };
  const pieces = typed.split(/[,;/+]| et /).filter((piece) => piece.trim() !== "");
  if (pieces.length > MOST) return refused(`Notez au plus ${MOST} ouvertures par jour.`);
  const spans: Span[] = [];
  for (const piece of pieces) {
    const span = readSpan(piece.trim());
    if (span === null) return refused(`${quoted(piece.trim())} ne se lit pas. Écrivez par exemple : ${EXAMPLE}.`);
    const [from, to] = span;
    if (to < from) return refused(`L'ouverture ${spoken(span)} se termine avant de commencer.`);
    if (to - from < SHORTEST) return refused(`L'ouverture ${spoken(span)} dure moins de ${SHORTEST} minutes.`);
    spans.push(span);
  }
  spans.sort((a, b) => a[0] - b[0]);
  const crossed = spans.findIndex((span, at) => at > 0 && span[0] < spans[at - 1]![1]);
  if (crossed < 0) return { ok: true, spans };
  return refused(`Deux ouvertures se chevauchent : ${listed(spans.slice(crossed - 1, crossed + 1).map(spoken))}.`);
}

/** The same text read back gives the same openings. */
export function writeOpenings(spans: readonly Span[]): string {
  return spans.map(([from, to]) => `${clock(from)} – ${clock(to)}`).join(", ");
}

const TIME = String.raw`(\d{1,2})(?: ?[h:.] ?(\d{2})?)?`;
const SPAN = new RegExp(`^(?:de )?${TIME} ?(?:-|–|—|à|a) ?${TIME}$`);

function readSpan(text: string): Span | null {
  const read = SPAN.exec(text);
  if (!read) return null;
  const [from, to] = [minutesOf(read[1]!, read[2]), minutesOf(read[3]!, read[4])];
  return from === null || to === null ? null : [from, to];
}

function minutesOf(hour: string, minute = "0"): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) > 59 || minutes > MIDNIGHT ? null : minutes;
}

function spoken([from, to]: Span): string {
  return `de ${clock(from)} à ${clock(to)}`;
}

function clock(minutes: number): string {
  return clockTime(hhmm(minutes));
}

function refused(why: string): ReadOpenings {
  return { ok: false, why: french(why) };
}
