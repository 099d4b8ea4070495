/** What servers say in words, when their codes say nothing or contradict each other. English, French, and their providers' own codes. */

/** No server says more that matters; some say megabytes. */
const LONGEST = 2_000;

export function says(text: string, words: RegExp): boolean {
  return words.test(text);
}

/** Latin-1 read as UTF-8 or the reverse leaves one to three strange signs where an accent stood. */
export function readable(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/^\d{3}[- ]/gm, "")
    .replace(/[\s\u00a0]+/g, " ")
    .toLowerCase();
}

const A = "[^ ]{0,3}"; // an accented letter, in whatever state it arrived

export const BLOCKED_FOR_HOURS = /ofr_?999|ofr005_?/;

export const TOO_FAST = new RegExp(
  [
    "ofr_?999|ofr004_104|ofr005_|\\brp-00[123]\\b|\\[?tss?0[1-9]\\]?|lpn007_510",
    "too many (concurrent |simultaneous )?(smtp )?(connections|sessions|errors|spams|messages)",
    "trop de (connexions|sessions|messages)",
    "rate limit|ratelimit|throttl|slow down|sending rate|message rate|exceed\\w* (its|the|your) (rate|quota of)",
    "connection (rate|limit|frequency)|concurrency limit|(maximum|max) (number of )?(concurrent )?connections",
    "unusual rate|temporarily (rate|deferred due to (user complaints|unexpected volume))|we have limits",
    "limit(e|es)? (de|du nombre de) (connexions|messages)|ralenti",
  ].join("|"),
);

/** The mailbox itself is flooded by others: nothing to do with us, and nothing wrong with it. */
export const FLOODED_MAILBOX = /receiving (mail|email) (at a rate|too quickly)/;

export const GREYLIST = /gr[ea]y ?-?list|postgrey|liste grise/;

export const FULL = new RegExp(
  [
    "over ?quota|quota (exceeded|full|depasse)|exceed\\w* (its |the |their )?(storage|quota|mailbox)|out of storage",
    "(mailbox|inbox|account|bo[^ ]{1,3}te)[^.]{0,40}( is| est)? (full|pleine)|insufficient (disk|storage) space for",
    `quota[^.]{0,20}d${A}pass|espace[^.]{0,20}insuffisant|storage allocation`,
  ].join("|"),
);

export const TOO_LARGE =
  /message (size|is too (big|large))|size (exceeds|limit)|too large|taille[^.]{0,30}(maximale|limite)/;

export const NOBODY = new RegExp(
  [
    "(user|recipient|mailbox|account|address|addressee|alias)( \\w+| <[^>]*>| [\\w.+-]+@[\\w.-]+)?[ :]*(is )?(unknown|not found|does ?n[o']t exist|doesn't exist|not exist|no longer|invalid)",
    "unknown (user|recipient|mailbox|account|local|address)|no such (user|recipient|mailbox|account|person|address)",
    "invalid (recipient|mailbox|user)|no mailbox (here|by that name)|mailbox (unavailable|not available|disabled|inactive)",
    "recipient not found|recipnotfound|recipientnotfound|not a (valid|known) (user|mailbox|recipient)|bad destination mailbox",
    "(account|mailbox|user)[^.]{0,30}(has been|is|was) (disabled|suspended|deactivated|discontinued|closed|inactive)",
    "does ?n[o']t have an? [\\w.]+ account|archived recipient|recipient address rejected: access denied|user doesn't",
    `(destinataire|utilisateur|adresse|compte|bo[^ ]{1,3}te|b${A}l)[^.]{0,60}(inconnue?s?|inexistante?|invalide|archiv${A}e|d${A}sactiv|ferm${A}e|supprim|n'existe|n existe)`,
  ].join("|"),
);

/** Words about a sender, a reputation or a content: never held against the address. */
export const OUR_FAULT = new RegExp(
  [
    "spam|blacklist|black list|blocklist|block list|blocked|bloqu|\\brbl\\b|dnsbl|reputation|liste noire|banned",
    "\\bdmarc\\b|\\bspf\\b|\\bdkim\\b|unauthenticated|not authenticated|authentication (required|level)|unsolicited|indesirable",
    "polic(y|ies)|politique|relay access denied|relaying denied|unable to relay|relay not permitted|not permitted to relay",
    "(sender|expediteur|emetteur)[^.]{0,40}(rejected|invalid|refuse|denied|not allowed|not exist|hors espace|unverified)",
    "invalid sender|reverse dns|no ptr|ptr record|mail rejete|contenu refuse|virus|malware|content rejected|message rejected due",
    "ofr_506|ofr_405|ofr004_405",
  ].join("|"),
);
