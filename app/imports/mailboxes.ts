/** MSSanté boxes are another channel and never written to by a campaign; the Ordre's are its councils', not the doctor's. */
type MailboxKind = "plain" | "mssante" | "order";
export type Mailbox = { address: string; displayAddress: string; kind: MailboxKind };

const LOCAL = /^[a-z0-9!#$&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** One person, one mailbox: capitals, blanks, a trailing dot or an accented domain do not make another. */
export function readMailbox(text: string): Mailbox | null {
  const displayAddress = text.replace(/[\s\p{Cf}]+/gu, "").replace(/\.$/, "");
  const [local, domain, ...rest] = displayAddress.toLowerCase().split("@");
  if (!local || !domain || rest.length > 0 || displayAddress.length > 254) return null;
  const ascii = asciiDomain(domain);
  if (local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(ascii)) return null;
  const address = `${local}@${ascii}`;
  return { address, displayAddress, kind: mailboxKind(address) };
}

function mailboxKind(address: string): MailboxKind {
  if (address.endsWith(".mssante.fr")) return "mssante";
  return address.endsWith(".medecin.fr") ? "order" : "plain";
}

function asciiDomain(domain: string): string {
  if (/^[\0-\x7f]*$/.test(domain) || !URL.canParse(`http://${domain}`)) return domain;
  return new URL(`http://${domain}`).hostname;
}
