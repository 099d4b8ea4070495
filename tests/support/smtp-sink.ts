import net from "node:net";

/** Where an exchange may be cut; `after` is after the final dot, before any answer. */
export const PHASES = ["greeting", "ehlo", "mail", "rcpt", "data", "body", "after"] as const;
export type Phase = (typeof PHASES)[number];

export interface Received {
  readonly from: string;
  readonly to: string;
  /** Null once the sink was told to forget bodies. */
  readonly raw: string | null;
  readonly messageId: string;
  readonly at: number;
}

/** What the sink does with one exchange; nothing said: it takes everything. */
export interface Script {
  readonly cut?: { readonly phase: Phase; readonly how: "FIN" | "RST" };
  /** Replies instead of the usual ones. */
  readonly rcpt?: string;
  readonly data?: string;
  readonly dot?: string;
  /** Milliseconds before the answer to the final dot. */
  readonly slow?: number;
  readonly greeting?: string;
}

export interface Sink {
  readonly port: number;
  readonly url: string;
  readonly received: Received[];
  /** Connections open now, and the most there ever were at once. */
  readonly connections: { open: number; most: number };
  /** Decides, by the number of the connection (from 1) and the recipient once known. */
  behave: (connection: number, to: string | null) => Script;
  keepsBodies: boolean;
  close(): Promise<void>;
}

/** A real SMTP server in this process, small and fast, that does exactly what it is told. */
export async function startSink(port = 0): Promise<Sink> {
  const sockets = new Set<net.Socket>();
  let count = 0;
  const server = net.createServer((socket) => {
    sockets.add(socket);
    sink.connections.open++;
    sink.connections.most = Math.max(sink.connections.most, sink.connections.open);
    socket.on("close", () => {
      sockets.delete(socket);
      sink.connections.open--;
    });
    socket.on("error", () => {});
    converse(socket, ++count, sink);
  });
  const sink = {
    port: 0,
    url: "",
    received: [] as Received[],
    connections: { open: 0, most: 0 },
    behave: () => ({}),
    keepsBodies: true,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  } as Sink & { port: number; url: string };
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  sink.port = (server.address() as net.AddressInfo).port;
  sink.url = `smtp://127.0.0.1:${sink.port}`;
  return sink;
}

function converse(socket: net.Socket, number: number, sink: Sink): void {
  socket.setNoDelay(true);
  let [from, to] = ["", ""];
  let pending = "";
  let isInBody = false;
  let isRefused = false;
  const script = () => sink.behave(number, to === "" ? null : to);
  const cutAt = (phase: Phase): boolean => {
    const { cut } = script();
    if (cut?.phase !== phase) return false;
    if (cut.how === "RST") socket.resetAndDestroy();
    else socket.end();
    return true;
  };
  const say = (line: string) => void (socket.destroyed || socket.write(`${line}\r\n`));

  const endOfData = (raw: string) => {
    if (cutAt("after")) return;
    const { dot, slow } = script();
    const answer = () => {
      if (!dot || dot.startsWith("2")) take(raw);
      say(dot ?? "250 2.0.0 Ok: queued");
      [from, to] = ["", ""];
    };
    if (slow) setTimeout(answer, slow);
    else answer();
  };
  const take = (raw: string) => {
    const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? "";
    sink.received.push({ from, to, messageId, raw: sink.keepsBodies ? raw : null, at: Date.now() });
  };
  const hello = () => cutAt("ehlo") || say("250-sink\r\n250-8BITMIME\r\n250-PIPELINING\r\n250 SIZE 50000000");
  const commands: Record<string, (line: string) => unknown> = {
    ehlo: hello,
    helo: hello,
    mail: (line) => {
      from = addressIn(line);
      return cutAt("mail") || say("250 2.1.0 Ok");
    },
    rcpt: (line) => {
      to = addressIn(line);
      if (cutAt("rcpt")) return;
      const reply = script().rcpt ?? "250 2.1.5 Ok";
      isRefused = !reply.startsWith("2");
      say(reply);
    },
    data: () => {
      if (cutAt("data")) return;
      const usual = isRefused ? "554 5.5.1 No valid recipients" : "354 End data with <CR><LF>.<CR><LF>";
      const reply = script().data ?? usual;
      say(reply);
      isInBody = reply.startsWith("3");
    },
    rset: () => {
      [from, to] = ["", ""];
      say("250 2.0.0 Ok");
    },
    quit: () => {
      say("221 2.0.0 Bye");
      socket.end();
    },
  };
  const command = (line: string) => {
    const known = commands[line.slice(0, 4).toLowerCase()];
    if (known) known(line);
    else say("250 2.0.0 Ok");
  };

  socket.setEncoding("latin1");
  socket.on("data", (piece: string) => {
    pending += piece;
    for (;;) {
      if (isInBody) {
        if (script().cut?.phase === "body" && pending.length > 0) {
          cutAt("body");
          return;
        }
        const end = pending.indexOf("\r\n.\r\n");
        if (end < 0) return;
        const raw = pending.slice(0, end + 2);
        pending = pending.slice(end + 5);
        isInBody = false;
        endOfData(raw);
        continue;
      }
      const end = pending.indexOf("\r\n");
      if (end < 0) return;
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      command(line);
    }
  });
  if (!cutAt("greeting")) say(script().greeting ?? "220 sink ESMTP");
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? "";
}
