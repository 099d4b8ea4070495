import { isAutoReply } from "./auto-reply";
import type { Bounce, BounceKind, Clues, Report } from "./bounce";
import { reportsIn } from "./delivery-status";
import { fieldsOf, type Message, openMessage } from "./message";
import { asksToStop } from "./one-click";
import { refusalIn } from "./refusal";

/** What came back to a return path. The raw message is kept by whoever calls: a person may have to judge again. */
export async function readBounce(raw: Uint8Array): Promise<Bounce> {
  const message = await openMessage(raw);
  if (message === null) return found("unknown", NO_CLUES);
  const clues = cluesIn(message);
  const feedback = message.parts.find(({ type }) => type === "message/feedback-report");
  if (feedback) return found(isComplaint(feedback.text) ? "complaint" : "unknown", clues);
  const status = message.parts.filter(({ type }) => /^message\/(global-)?delivery-status$/.test(type));
  const reports = status.flatMap(({ text }) => reportsIn(text));
  if (reports.length > 0) return ofReports(reports, clues);
  const refusal = refusalIn(message);
  if (refusal && !(isAutoReply(message) && refusal.every(({ class: given }) => given === "refused")))
    return ofReports(refusal, clues);
  if (isAutoReply(message)) return found("auto-reply", clues);
  return found(asksToStop(message) ? "one-click" : "unknown", clues);
}

const NO_CLUES: Clues = { returnPaths: [], originalRecipients: [], finalRecipients: [], messageIds: [] };

function found(kind: BounceKind, clues: Clues): Bounce {
  return { kind, clues, reports: [], status: null, diagnostic: "", class: null };
}

/** One failure among several recipients makes a bounce; a delay is never final. */
function ofReports(reports: readonly Report[], clues: Clues): Bounce {
  const decisive =
    reports.find(({ action }) => action === "failed") ??
    reports.find(({ action }) => action === "delayed") ??
    reports.find(({ action }) => action === "delivered") ??
    reports[0]!;
  const kind = KINDS[decisive.action ?? "none"];
  return {
    kind,
    clues: {
      ...clues,
      originalRecipients: unique([...reports.map((each) => each.originalRecipient), ...clues.originalRecipients]),
      finalRecipients: unique([...reports.map((each) => each.finalRecipient), ...clues.finalRecipients]),
    },
    reports,
    status: decisive.status,
    diagnostic: decisive.diagnostic,
    class: decisive.class,
  };
}

const KINDS = { failed: "bounce", delayed: "delayed", delivered: "delivered", none: "unknown" } as const;

/** Reports on authentication and « not spam » come the same way, and accuse nobody. */
function isComplaint(report: string): boolean {
  return /^(abuse|fraud|virus|other|opt-out|opt-out-list|miscategorized)$/i.test(
    fieldsOf(report).get("feedback-type")?.[0] ?? "",
  );
}

/** Where our own marks may stand: the envelope it came to, the report, the headers of the letter that is returned. */
function cluesIn(message: Message): Clues {
  const returned = message.parts.map(({ text }) => fieldsOf(text));
  const values = (names: readonly string[]) => [
    ...names.flatMap((name) => message.headers.get(name) ?? []),
    ...returned.flatMap((fields) => names.flatMap((name) => fields.get(name) ?? [])),
  ];
  return {
    returnPaths: unique(addressesIn(values(ENVELOPES)).filter((address) => address.includes("+"))),
    originalRecipients: unique(addressesIn(values(["original-rcpt-to", "removal-recipient"]))),
    finalRecipients: [],
    messageIds: unique([
      ...returned.flatMap((fields) => idsIn(fields.get("message-id"))),
      ...idsIn(message.headers.get("in-reply-to")),
      ...idsIn(message.headers.get("references")),
    ]),
  };
}

const ENVELOPES = [
  "delivered-to",
  "x-original-to",
  "envelope-to",
  "x-envelope-to",
  "to",
  "cc",
  "x-postfix-sender",
  "original-mail-from",
  "x-original-return-path",
  "return-path",
  "sender",
];

function addressesIn(values: readonly string[]): string[] {
  return values.flatMap((value) => value.match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? []);
}

function idsIn(values: readonly string[] | undefined): string[] {
  return (values ?? []).flatMap((value) => [...value.matchAll(/<([^<>\s]{3,250})>/g)].map(([, id]) => id!));
}

function unique(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}
