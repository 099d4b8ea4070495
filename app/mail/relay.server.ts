import { createTransport } from "nodemailer";
import type { Handed, Outgoing, Relay } from "./relay";

export interface RelaySettings {
  readonly url: string;
  readonly connections: number;
  readonly dkim: { readonly domain: string; readonly selector: string; readonly privateKey: string } | null;
}

/** Answers after the final dot may take ten minutes (RFC 5321 4.5.3.2): cut short, a slow relay makes duplicates. */
const ANSWER_MS = 660_000;

/** Both List-Unsubscribe headers must be under the signature (RFC 8058); the second is not signed by default. */
const SIGNED =
  "From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:" +
  "List-Id:List-Unsubscribe:List-Unsubscribe-Post";

/**
 * As many single connections as asked, each with one letter at a time: the library's log of a connection then tells
 * whether the whole body of that very letter was written, which its errors do not.
 */
export function smtpRelay(settings: RelaySettings): Relay {
  const idle = Array.from({ length: settings.connections }, () => openLine(settings));
  const lines = [...idle];
  const waiting: ((line: Line) => void)[] = [];
  const free = (line: Line) => {
    const next = waiting.shift();
    if (next) next(line);
    else idle.push(line);
  };
  return {
    async hand(letter) {
      const line = idle.pop() ?? (await new Promise<Line>((got) => waiting.push(got)));
      try {
        return await line.hand(letter);
      } finally {
        free(line);
      }
    },
    async close() {
      for (const line of lines) line.close();
    },
  };
}

interface Line {
  hand(letter: Outgoing): Promise<Handed>;
  close(): void;
}

function openLine({ url, dkim }: RelaySettings): Line {
  let bodyComplete = false;
  const log = (entry: unknown) => {
    // Emitted once the last byte of the message, final dot included, was handed to the socket.
    if ((entry as { tnx?: string }).tnx === "message") bodyComplete = true;
  };
  const mute = () => {};
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    maxRequeues: 0, // retries belong to the ledger
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: { level: mute, trace: mute, debug: mute, info: log, warn: mute, error: mute, fatal: mute },
    ...(dkim
      ? {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: dkim.privateKey,
            headerFieldNames: SIGNED,
          },
        }
      : {}),
  } as never);
  return {
    async hand(letter) {
      bodyComplete = false;
      try {
        const { response } = (await transport.sendMail(toMail(letter) as never)) as { response: string };
        return {
          kind: "answer",
          code: Number(response.slice(0, 3)) || 250,
          text: response,
          command: null,
          bodyComplete,
        };
      } catch (error) {
        return outcomeOf(error as SendError, bodyComplete);
      }
    },
    close: () => transport.close(),
  };
}

interface SendError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

function outcomeOf(error: SendError, bodyComplete: boolean): Handed {
  const { responseCode, response, message, code = error.name, command = null } = error;
  return responseCode === undefined
    ? { kind: "lost", code, command, bodyComplete, detail: `${code}: ${message}` }
    : { kind: "answer", code: responseCode, command, bodyComplete, text: response ?? message };
}

function toMail(letter: Outgoing) {
  return {
    envelope: { from: letter.returnPath, to: [letter.to] },
    messageId: letter.messageId,
    from: letter.from,
    to: { name: "", address: letter.to },
    ...(letter.replyTo === null ? {} : { replyTo: letter.replyTo }),
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    textEncoding: "quoted-printable", // said, or the library counts the characters of each letter to choose
    headers: letter.headers,
  };
}
