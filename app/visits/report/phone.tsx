import { nirsIn } from "./nir";
import { noteRefusal } from "./note";
import type { NoteWarning } from "./note-warnings";
import { type Delivery, deliveryOf, PARCELS, type Parcel, parcelKey, readParcel } from "./parcel";

/** Where everything that waits on a phone is sent. */
const INBOX = "/visites/recus";

/** Said on the window by whoever puts a parcel down, so that every list of them is true. */
export const PARCELS_CHANGED = "tandem:envois";

export function sayParcelsChanged(): void {
  window.dispatchEvent(new Event(PARCELS_CHANGED));
}

/** False when the browser keeps nothing: private window, full, forbidden. */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

export function parcelsOf(me: string): Parcel[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PARCELS}${me}.`));
    return keys.sort().flatMap((key) => readParcel(kept(key)) ?? []);
  } catch {
    return [];
  }
}

/** `randomUUID` exists on secure addresses only; a phone on the network of a test has none. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * Written on the phone first, then sent, then thrown away once the server says it has it. A fetch of our own: the
 * router's shows an error page when there is no network, and this is where there is none.
 */
export async function hand(me: string, parcel: Parcel): Promise<Delivery> {
  const numbered = noteRefusal(nirsOnly(parcel), []);
  if (numbered !== null) return { kind: "refused", error: "La note est à corriger.", fields: { note: [numbered] } };
  const key = parcelKey(me, parcel.id);
  keep(key, JSON.stringify(parcel));
  const delivery = await carry(parcel);
  if (delivery.kind === "received") {
    forget(key);
    if (parcel.draftKey) forget(parcel.draftKey);
  }
  if (delivery.kind === "refused") keep(key, JSON.stringify({ ...parcel, refusal: delivery.error }));
  return delivery;
}

/** The server would refuse it: it is neither written down nor sent. */
function nirsOnly({ fields }: Parcel): NoteWarning[] {
  const words = fields.flatMap(([name, value]) => (name === "note" ? nirsIn(value) : []));
  return words.length === 0 ? [] : [{ kind: "nir", words }];
}

async function carry({ fields }: Parcel): Promise<Delivery> {
  try {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    const answer = await fetch(INBOX, { method: "POST", body, headers: { accept: "application/json" } });
    const isOurs = !answer.redirected && (answer.headers.get("content-type") ?? "").includes("application/json");
    return deliveryOf({ status: answer.status, isOurs }, isOurs ? await answer.json() : null);
  } catch {
    return { kind: "waiting", why: "network" };
  }
}
