export type XmlHandler = {
  open: (name: string, attributes: string) => void;
  text: (text: string) => void;
  close: (name: string) => void;
};

/** A text or a tag longer than a cell can hold: not a spreadsheet's. */
const LONGEST_PART = 1024 * 1024;

const DECLARED = "Ce classeur contient une déclaration interdite (DOCTYPE ou entité).";
const ENDLESS = "Ce classeur contient une cellule démesurée.";

/**
 * Reads tags and texts in one pass, whatever the pieces they come in. Declarations are refused, so no entity can be
 * defined or fetched. The function given back takes a piece and tells why reading must stop, or null.
 */
export function xmlReader(handler: XmlHandler): (text: string) => string | null {
  let pending = "";
  return (text) => {
    pending += text;
    const { at, problem } = readTags(pending, handler);
    pending = pending.slice(at);
    return problem ?? (pending.length > LONGEST_PART ? ENDLESS : null);
  };
}

/** `at`: what follows it is not whole yet. */
function readTags(text: string, handler: XmlHandler): { at: number; problem: string | null } {
  let at = 0;
  for (;;) {
    const start = text.indexOf("<", at);
    const isWhole = start >= 0 && (text[start + 1] !== "!" || text.length >= start + CDATA.length);
    if (!isWhole) return { at, problem: null };
    if (text[start + 1] === "!" && !isPassive(text, start)) return { at, problem: DECLARED };
    const end = endOf(text, start);
    if (end < 0) return { at, problem: null };
    if (start > at) handler.text(unescaped(text.slice(at, start)));
    part(text.slice(start, end), handler);
    at = end;
  }
}

/** `attributes` as found in the tag; null when it has no such one. */
export function attribute(attributes: string, pattern: RegExp): string | null {
  const found = pattern.exec(attributes);
  return found ? unescaped(found[1] ?? found[2] ?? "") : null;
}

/** Matches name="…" or name='…'. */
export function attributePattern(name: string): RegExp {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
}

const CDATA = "<![CDATA[";

/** Comments and raw text declare nothing. */
function isPassive(text: string, start: number): boolean {
  return text.startsWith("<!--", start) || text.startsWith(CDATA, start);
}

function endOf(text: string, start: number): number {
  const closing = text.startsWith("<!--", start) ? "-->" : text.startsWith(CDATA, start) ? "]]>" : ">";
  const end = text.indexOf(closing, start + 1);
  return end < 0 ? -1 : end + closing.length;
}

function part(tag: string, handler: XmlHandler): void {
  if (tag.startsWith(CDATA)) handler.text(tag.slice(CDATA.length, -3));
  else if (tag.startsWith("</")) handler.close(localName(tag.slice(2, -1).trim()));
  else if (!tag.startsWith("<!") && !tag.startsWith("<?")) opening(tag, handler);
}

function opening(tag: string, handler: XmlHandler): void {
  const isEmpty = tag.endsWith("/>");
  const inside = tag.slice(1, isEmpty ? -2 : -1);
  const cut = inside.search(/\s/);
  const name = localName(cut < 0 ? inside : inside.slice(0, cut));
  handler.open(name, cut < 0 ? "" : inside.slice(cut));
  if (isEmpty) handler.close(name);
}

/** Some programs write <x:row> for <row>. */
function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
  });
}
