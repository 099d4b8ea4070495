import { addDays, type Day, parseDay } from "~/calendar/day";

/** A day as files write it: 2026-06-30, 30/06/2026, or a spreadsheet's own count of days. Two-digit years are refused. */
export function readFileDay(text: string): Day | null {
  const plain = text.trim().replace(/[T ]00:00(:00)?(\.0+)?Z?$/, "");
  return parseDay(plain) ?? serialDay(plain);
}

/** Days since 30 December 1899, between 1982 and 2064: other numbers are not dates. */
function serialDay(text: string): Day | null {
  if (!/^\d{5}(\.0+)?$/.test(text)) return null;
  const serial = Number.parseInt(text, 10);
  return serial >= 30_000 && serial <= 60_000 ? addDays("1899-12-30", serial) : null;
}
