import type { Escape } from "./template";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const DANGEROUS = /[&<>"']/;
const ALL_DANGEROUS = /[&<>"']/g;
/** Controls, and the marks that turn the direction of a text around. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, "g");

/** A value may be anything that a file brought: on one line, visible, and without meaning where it is put. */
export function escaped(value: string, as: Escape): string {
  const clean = INVISIBLE.test(value) ? value.replace(ALL_INVISIBLE, " ") : value;
  switch (as) {
    case "html":
      return escapedHtml(clean);
    case "url":
      return /^https?:\/\//.test(clean) ? escapedHtml(clean) : "";
    case "text":
    case "header":
      return clean;
  }
}

export function escapedHtml(text: string): string {
  return DANGEROUS.test(text) ? text.replace(ALL_DANGEROUS, (sign) => SIGNS[sign]!) : text;
}

/** Where the first character that nobody sees stands, or -1. */
export function firstInvisible(text: string): number {
  return text.search(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
}
