import { classify } from "../replies/classify";
import { readStatus } from "../replies/enhanced";
import type { ReplyClass } from "../replies/reply";
import type { Report } from "./bounce";
import { fieldsOf } from "./message";

/** RFC 3464 and 6533: a block about the message, then one a recipient, with an empty line between them. */
export function reportsIn(deliveryStatus: string): Report[] {
  return deliveryStatus
    .replace(/\r/g, "")
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has("final-recipient") || fields.has("action") || fields.has("original-recipient"))
    .map((fields) => {
      const value = (name: string) => fields.get(name)?.[0] ?? "";
      const action = actionOf(value("action"));
      const diagnostic = value("diagnostic-code").replace(/^[\w-]+\s*;\s*/, "");
      return {
        originalRecipient: addressIn(value("original-recipient")),
        finalRecipient: addressIn(value("final-recipient")),
        action,
        ...meaningOf(action, value("status"), diagnostic),
      };
    });
}

/** The class an exchange would have had with the same words. */
export function meaningOf(
  action: Report["action"],
  status: string,
  diagnostic: string,
): { status: string | null; diagnostic: string; class: ReplyClass } {
  const [told, read] = [readStatus(status), readStatus(diagnostic)];
  const isVague = told === null || (told.subject === 0 && told.detail === 0);
  const known = isVague ? (read ?? told) : told;
  const written = known && `${known.class}.${known.subject}.${known.detail}`;
  const code = Number(/(?:^|[^\d.])([245]\d\d)(?![\d.])/.exec(diagnostic)?.[1] ?? `${known?.class ?? 5}50`);
  const given =
    action === "delivered"
      ? "accepted"
      : action === "delayed"
        ? "deferred"
        : classify({ code, enhanced: written, text: diagnostic });
  return { status: written, diagnostic, class: given };
}

function actionOf(text: string): Report["action"] {
  switch (text.trim().toLowerCase()) {
    case "failed":
      return "failed";
    case "delayed":
      return "delayed";
    case "delivered":
    case "relayed":
    case "expanded":
      return "delivered";
    default:
      return null;
  }
}

/** "rfc822; <a@b.fr>" and "utf-8; médecin@b.fr" → the address, its \x{e9} written out. */
function addressIn(field: string): string | null {
  const address = field
    .replace(/^[\w-]+\s*;\s*/, "")
    .replace(/[<>]/g, "")
    .replace(/\\x\{([0-9a-f]{1,6})\}/gi, (whole, hex) => {
      const point = Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .trim();
  return address.includes("@") ? address : null;
}
