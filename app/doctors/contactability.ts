/** What a doctor may say no to. */
export const CHANNELS = ["visit", "email", "call"] as const;
export type Channel = (typeof CHANNELS)[number];

export interface KnownAddress {
  readonly address: string;
  readonly kind: string;
  readonly notedOn: string;
}

export interface OptOut {
  readonly channel: string;
  /** Null: the whole channel; otherwise one kind of letter only. */
  readonly category: string | null;
}

export type Writing =
  | { readonly may: true; readonly to: string }
  | { readonly may: false; readonly because: "opt-out" | "no-address"; readonly why: string };

/**
 * Whether a doctor may be written to by ordinary mail, and where: the newest ordinary address, unless they objected.
 * Secure health mailboxes and addresses entrusted to the Order were given for another purpose and are never used.
 */
export function mayWrite(
  doctor: { addresses: readonly KnownAddress[]; optOuts: readonly OptOut[] },
  category: string | null = null,
): Writing {
  if (hasOptedOut(doctor.optOuts, "email", category))
    return { may: false, because: "opt-out", why: "Ce médecin ne souhaite plus recevoir de courriel." };
  const [newest] = doctor.addresses.filter(isUsable).sort(newestFirst);
  if (newest) return { may: true, to: newest.address };
  return { may: false, because: "no-address", why: whyNoAddress(doctor.addresses) };
}

export function hasOptedOut(optOuts: readonly OptOut[], channel: Channel, category: string | null = null): boolean {
  return optOuts.some((each) => each.channel === channel && (each.category === null || each.category === category));
}

/** One mailbox and nothing that a mail server could read as two, or as an order. */
const MAILBOX = /^[^\s@<>(),;:"\\[\]\p{Cc}]+@[^\s@<>(),;:"\\[\]\p{Cc}]+\.[^\s@<>(),;:"\\[\]\p{Cc}]+$/u;

function isUsable({ kind, address }: KnownAddress): boolean {
  return kind === "plain" && address.length <= 254 && MAILBOX.test(address);
}

function newestFirst(a: KnownAddress, b: KnownAddress): number {
  if (a.notedOn !== b.notedOn) return a.notedOn < b.notedOn ? 1 : -1;
  return a.address < b.address ? -1 : 1;
}

function whyNoAddress(addresses: readonly KnownAddress[]): string {
  const kinds = new Set(addresses.map(({ kind }) => kind));
  if (kinds.has("plain")) return "L'adresse connue ne peut pas recevoir de courriel : elle est mal écrite.";
  if (kinds.has("mssante"))
    return "La seule adresse connue est une messagerie sécurisée de santé, réservée aux échanges de soins.";
  if (kinds.has("order"))
    return "La seule adresse connue a été confiée à l'Ordre, pour les alertes sanitaires seulement.";
  return "Aucune adresse électronique n'est connue.";
}
