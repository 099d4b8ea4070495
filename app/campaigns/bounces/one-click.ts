import type { Message } from "./message";

const STOP =
  /^(stop|unsubscribe|remove|d[ée]sinscri(re|ption|vez[- ]moi)|me d[ée]sinscrire|d[ée]sabonne(r|ment|z[- ]moi)|ne plus (m'[ée]crire|recevoir)|se d[ée]sinscrire)[\s.!]*$/i;

/** RFC 8058: what a mailbox posts, without cookies, for its user. Anything else is a page asked for, which changes nothing. */
export function isOneClick(fields: { get(name: string): unknown }): boolean {
  return fields.get("List-Unsubscribe") === "One-Click";
}

/** A letter that asks for nothing else than to stop; words quoted from ours do not count. */
export function asksToStop(message: Message): boolean {
  const own = message.text
    .split(/\n(?=>|-{2,} ?(?:message|original)|le .{5,80} a [ée]crit ?:|_{10,}|de ?:|from ?:)/i, 1)[0]!
    .split("\n")
    .filter((line) => !line.startsWith(">"))
    .join("\n")
    .trim();
  return STOP.test(message.subject.trim()) || STOP.test(own);
}
