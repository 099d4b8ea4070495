import type { Outgoing } from "~/mail/relay";
import { returnPath } from "../bounces/verp";
import type { Category } from "../campaign";
import type { LetterValues } from "../letters/fields";
import { merge } from "../letters/merge";
import type { PageLinks } from "../letters/signed-link";
import type { Template } from "../letters/template";

/** What all letters of a campaign share, read once for a slice of them. */
export interface Envelope {
  readonly campaignId: string;
  readonly category: Category;
  readonly template: Template;
  /** Fingerprint of the approved content: the revision in the Message-ID. */
  readonly contentHash: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly publicUrl: string;
  readonly secret: Uint8Array;
}

interface Addressee {
  readonly id: number;
  readonly address: string;
  readonly links: PageLinks;
  readonly values: LetterValues;
}

/** The same letter for the same row and content, to the byte of its Message-ID, however often it is tried. */
export function outgoing(envelope: Envelope, { id, address, links, values }: Addressee): Outgoing {
  const domain = envelope.from.address.split("@")[1] ?? "localhost";
  return {
    ...merge(envelope.template, values),
    messageId: `<${envelope.campaignId}.${id}.${envelope.contentHash.slice(0, 12)}@${domain}>`,
    returnPath: returnPath(id, envelope.secret, `retours@${domain}`),
    to: address,
    from: envelope.from,
    replyTo: envelope.replyTo,
    headers: {
      "List-Unsubscribe": `<${links.stopPage}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": `<${envelope.category}.${domain}>`,
      "X-Tandem-Ref": `${envelope.campaignId}.${id}`,
      "Auto-Submitted": "auto-generated",
      Precedence: "bulk",
    },
  };
}
