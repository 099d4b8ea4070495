/** Something written on the phone that the server has not confirmed yet. Sent until it is; the id makes it one. */
export interface Parcel {
  readonly id: string;
  /** « Dr Anne Le Goff », for whoever wonders what is waiting. */
  readonly label: string;
  readonly fields: readonly (readonly [string, string])[];
  /** Where the text can be taken up again if it is refused. */
  readonly page: string;
  /** The draft it was made of, thrown away with it once received. */
  readonly draftKey: string | null;
  /** Why the server will not have it as it is; it is then not sent by itself any more. */
  readonly refusal: string | null;
}

export type Delivery =
  | { readonly kind: "received"; readonly at: string; readonly next: string }
  | { readonly kind: "refused"; readonly error: string; readonly fields: Readonly<Record<string, string[]>> }
  | { readonly kind: "waiting"; readonly why: "network" | "signed-out" | "server" };

export const PARCELS = "tandem.envoi.";
const DRAFTS = "tandem.brouillon.";

/** Keys bear the account: a phone handed on sends nothing in another's name. */
export function parcelKey(me: string, id: string): string {
  return `${PARCELS}${me}.${id}`;
}

export function draftKeyOf(me: string, about: string): string {
  return `${DRAFTS}${me}.${about}`;
}

export function readParcel(text: string | null): Parcel | null {
  try {
    const kept = JSON.parse(text ?? "null") as Partial<Parcel> | null;
    if (!kept || typeof kept.id !== "string" || !Array.isArray(kept.fields)) return null;
    return { label: "", page: "/visites/journee", draftKey: null, refusal: null, ...kept } as Parcel;
  } catch {
    return null;
  }
}

/** What an answer of the server means for what waits on the phone. */
export function deliveryOf(answer: { status: number; isOurs: boolean }, body: unknown): Delivery {
  const told = (body ?? {}) as { at?: string; next?: string; error?: string; fields?: Record<string, string[]> };
  if (!answer.isOurs) return { kind: "waiting", why: answer.status >= 500 ? "server" : "signed-out" };
  if (answer.status < 300 && told.at) return { kind: "received", at: told.at, next: told.next ?? "/visites/journee" };
  if (answer.status >= 500) return { kind: "waiting", why: "server" };
  return { kind: "refused", error: told.error ?? "Ce compte rendu n'a pas été accepté.", fields: told.fields ?? {} };
}
