import PostalMime from "postal-mime";

/** A returned message, with what is read of it. */
export interface Message {
  readonly subject: string;
  readonly from: string;
  readonly text: string;
  /** Unfolded values by small-letter name, in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly parts: readonly Part[];
}

interface Part {
  readonly type: string;
  readonly text: string;
}

/** A report stands at the top; what follows is our own letter, which may have grown on its way. */
const MOST_BYTES = 1_000_000;
const LONGEST_TEXT = 20_000;

/** Null when nobody could read it as a message. */
export async function openMessage(raw: Uint8Array): Promise<Message | null> {
  const mail = await PostalMime.parse(raw.subarray(0, MOST_BYTES) as Uint8Array<ArrayBuffer>, {
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
    maxNestingDepth: 32,
  }).catch(() => null);
  if (mail === null || mail.headers.length === 0) return null;
  return {
    subject: mail.subject ?? "",
    from: (mail.from?.address ?? "").toLowerCase(),
    text: (mail.text ?? withoutTags(mail.html ?? "")).slice(0, LONGEST_TEXT),
    headers: grouped(mail.headers.map(({ key, value }) => [key, value] as const)),
    parts: mail.attachments
      .filter(({ mimeType }) => /^(message\/|text\/rfc822)/.test(mimeType))
      .map(({ mimeType, content }) => ({ type: mimeType.toLowerCase(), text: decoded(content as ArrayBuffer) })),
  };
}

export function header(message: Message, name: string): string {
  return message.headers.get(name)?.join("\n") ?? "";
}

/** "Name: value" lines of a report or of a returned message, folded lines joined; the first empty line ends them. */
export function fieldsOf(block: string): ReadonlyMap<string, readonly string[]> {
  const lines = block
    .replace(/\r/g, "")
    .replace(/\n[ \t]+/g, " ")
    .split("\n");
  const pairs = lines.flatMap((line) => {
    const colon = line.indexOf(":");
    return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const] : [];
  });
  return grouped(pairs);
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const [name, value] of pairs) byName.set(name, [...(byName.get(name) ?? []), value]);
  return byName;
}

/** Reports are UTF-8 by law and Latin-1 by habit. */
function decoded(content: ArrayBuffer): string {
  const bytes = new Uint8Array(content).subarray(0, 200_000);
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\ufffd") ? new TextDecoder("latin1").decode(bytes) : text;
}

function withoutTags(html: string): string {
  return html
    .slice(0, 200_000)
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ");
}
