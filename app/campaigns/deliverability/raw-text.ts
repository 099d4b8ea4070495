const SHOWN_HEADERS = [
  "from",
  "to",
  "subject",
  "date",
  "auto-submitted",
  "content-type",
  "x-failed-recipients",
  "received",
];
const MOST_HEADERS = 12;

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** The headers that help to judge a message, unfolded, as they came. */
export function headOf(raw: Uint8Array): Header[] {
  const lines = textOf(raw.subarray(0, 20_000))
    .split(/\n\n/, 1)[0]!
    .replace(/\n[ \t]+/g, " ")
    .split("\n");
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(":");
    return colon > 0
      ? [
          {
            name: line.slice(0, colon).trim(),
            value: line
              .slice(colon + 1)
              .trim()
              .slice(0, 500),
          },
        ]
      : [];
  });
  return headers.filter(({ name }) => SHOWN_HEADERS.includes(name.toLowerCase())).slice(0, MOST_HEADERS);
}

/** UTF-8 by law and Latin-1 by habit; what would not show, or would turn the line round, is made visible. */
export function textOf(raw: Uint8Array): string {
  const utf8 = new TextDecoder("utf-8").decode(raw);
  const text = /\ufffd(?!$)/.test(utf8.slice(0, -4)) ? new TextDecoder("latin1").decode(raw) : utf8;
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "·");
}
