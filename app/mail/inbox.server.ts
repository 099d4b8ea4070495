import type { ImapFlow } from "imapflow";
import { unavailable } from "~/errors";
import type { Inbox, InboxRound } from "./inbox";

/** Where messages go once taken in: nothing that came back is thrown away. */
const DONE_FOLDER = "Traités";
/** What is beyond is our own letter, grown on its way. */
const MOST_BYTES = 8_000_000;
/** Messages of one round; the next comes soon. */
const MOST_MESSAGES = 500;
/** So many in a row is not the messages: it is us. */
const MOST_FAILURES = 20;

/** imaps://user:password@host:993/INBOX; imap:// speaks in clear to this very machine only, and asks STARTTLS of any other. */
export function imapInbox(address: string): Inbox {
  return {
    async empty(take, stopping) {
      const { client, mailbox } = await openClient(address);
      try {
        await client.connect();
        await client.mailboxOpen(mailbox);
        const done = await doneFolder(client);
        return await takeEach(client, { done, take, stopping });
      } catch (error) {
        throw unavailable(`Boîte des retours injoignable : ${reasonOf(error)}`);
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  };
}

async function openClient(address: string): Promise<{ client: ImapFlow; mailbox: string }> {
  const library = await import("imapflow"); // twenty megabytes that a process without this mailbox does not hold
  const url = new URL(address);
  const isSecure = url.protocol === "imaps:";
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const client = new library.ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (isSecure ? 993 : 143) : Number(url.port),
    secure: isSecure,
    ...(isSecure ? {} : { doSTARTTLS: !isHere }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    maxLiteralSize: 2 * MOST_BYTES,
  });
  // Told through the promise that was waiting; without a listener a cut would end the process.
  client.on("error", () => {});
  return { client, mailbox: decodeURIComponent(url.pathname.slice(1)) || "INBOX" };
}

/** Null when the account may not have one: messages are then marked as read where they are. */
async function doneFolder(client: ImapFlow): Promise<string | null> {
  const find = async () => (await client.list()).find(({ name }) => name === DONE_FOLDER)?.path;
  const known = await find();
  if (known !== undefined) return known;
  const made = await client.mailboxCreate([DONE_FOLDER]).catch(() => null);
  // Somebody else may have made it at this very moment.
  return made?.path ?? (await find()) ?? null;
}

interface Round {
  readonly done: string | null;
  readonly take: (raw: Uint8Array) => Promise<void>;
  readonly stopping: AbortSignal;
}

async function takeEach(client: ImapFlow, { done, take, stopping }: Round): Promise<InboxRound> {
  // With a folder, what is still here was never taken in, whoever opened it since.
  const found = (await client.search(done === null ? { seen: false } : { all: true }, { uid: true })) || [];
  const left: { uid: number; why: string }[] = [];
  let taken = 0;
  for (const uid of found.slice(0, MOST_MESSAGES)) {
    if (stopping.aborted || left.length >= MOST_FAILURES) break;
    const message = await client.fetchOne(String(uid), { source: { start: 0, maxLength: MOST_BYTES } }, { uid: true });
    if (!message || message.source === undefined) continue; // another reader was faster
    try {
      await take(message.source);
    } catch (error) {
      left.push({ uid, why: reasonOf(error) });
      continue;
    }
    taken++;
    if (!(await putAway(client, uid, done))) left.push({ uid, why: "lu, mais le serveur refuse de le déplacer" });
  }
  return { taken, left };
}

async function putAway(client: ImapFlow, uid: number, done: string | null): Promise<boolean> {
  const isMarked = await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
  if (done === null) return isMarked;
  return (await client.messageMove(String(uid), done, { uid: true })) !== false;
}

/** What the server said when it said something; never the address, which holds a password. */
function reasonOf(error: unknown): string {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return (responseText ?? message ?? String(error)).slice(0, 300);
}
