import { header, type Message } from "./message";

const SUBJECT =
  /^(re ?: ?)?\s*(auto(matic|matique)?[- ]?(reply|response|r[ée]ponse)?\s*:|r[ée]ponse automatique|message d'absence|absence( du bureau)?\b|absent\b|absente\b|en cong[ée]s?\b|cong[ée]s\b|cabinet ferm[ée]|fermeture du cabinet|out of (the )?office|automatic reply|autoreply|vacation|abwesen|accus[ée] de r[ée]ception|confirmation de lecture|lu ?:|read ?:|non lu ?:)/i;

/** RFC 3834 first, then what programs really write. Auto-generated is not it: so are our own letters, come back. */
export function isAutoReply(message: Message): boolean {
  const says = (name: string, words: RegExp) => words.test(header(message, name));
  return (
    says("auto-submitted", /auto-(replied|notified)/i) ||
    ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply"].some((name) => message.headers.has(name)) ||
    says("precedence", /auto_?-?reply/i) ||
    says("x-precedence", /auto_?-?reply/i) ||
    says("x-ms-exchange-generated-message-source", /mailbox rules|oof/i) ||
    says("content-type", /disposition-notification/i) ||
    SUBJECT.test(message.subject.trim())
  );
}
