import net from "node:net";

interface Kept {
  readonly uid: number;
  readonly raw: Buffer;
  readonly flags: Set<string>;
}

export interface ImapServer {
  readonly url: string;
  /** By folder name as people read it. */
  readonly folders: Map<string, Kept[]>;
  /** Puts a message into INBOX. */
  drop(raw: Buffer): number;
  /** Commands it hangs up at, as « UID FETCH ». */
  cutAt: string | null;
  /** Answers NO to these. */
  readonly refuses: Set<string>;
  /** What it says it can do, beside IMAP4rev1. */
  capabilities: string;
  connections: number;
  close(): Promise<void>;
}

export const PASSWORD = 'mot de "passe" à part';

/** A real IMAP server in this process: one account, flat folders, and just the commands that emptying a mailbox needs. */
export async function startImapServer(): Promise<ImapServer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    held.connections++;
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(socket, held);
  });
  let nextUid = 1;
  const held = {
    url: "",
    folders: new Map<string, Kept[]>([["INBOX", []]]),
    drop(raw: Buffer) {
      held.folders.get("INBOX")!.push({ uid: nextUid, raw, flags: new Set() });
      return nextUid++;
    },
    cutAt: null as string | null,
    refuses: new Set<string>(),
    capabilities: "UIDPLUS MOVE",
    connections: 0,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  };
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as net.AddressInfo;
  held.url = `imap://retours%40caisse.example:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/INBOX`;
  return held;
}

function converse(socket: net.Socket, server: ImapServer): void {
  let pending = Buffer.alloc(0);
  const session: Session = { folder: null, isKnown: false };
  socket.setNoDelay(true);
  socket.write("* OK ready\r\n");
  socket.on("data", (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
      const line = pending.subarray(0, end).toString("utf8");
      pending = pending.subarray(end + 2);
      obey(socket, server, session, line);
    }
  });
}

function obey(socket: net.Socket, server: ImapServer, session: Session, line: string): void {
  const [tag = "", ...words] = line.split(" ");
  const command = (/^uid$/i.test(words[0] ?? "") ? words.slice(0, 2) : words.slice(0, 1)).join(" ").toUpperCase();
  const rest = words.slice(command.split(" ").length).join(" ");
  if (command === server.cutAt) return void socket.destroy();
  if (server.refuses.has(command)) return void socket.write(`${tag} NO not here\r\n`);
  if (command === "CREATE" && server.folders.has(nameIn(rest)))
    return void socket.write(`${tag} NO [ALREADYEXISTS] there is one\r\n`);
  for (const said of answer(server, session, command, rest)) socket.write(said);
  const isWrong = command === "LOGIN" && !session.isKnown;
  socket.write(isWrong ? `${tag} NO [AUTHENTICATIONFAILED] wrong password\r\n` : `${tag} OK done\r\n`);
  if (command === "LOGOUT") socket.end();
}

interface Session {
  folder: string | null;
  isKnown: boolean;
}

function answer(server: ImapServer, session: Session, command: string, rest: string): (string | Buffer)[] {
  const folder = session.folder === null ? [] : server.folders.get(session.folder)!;
  const chosen = () => folder.filter(({ uid }) => String(uid) === rest.split(" ")[0]);
  switch (command) {
    case "CAPABILITY":
      return [`* CAPABILITY IMAP4rev1 ${server.capabilities}\r\n`];
    case "LOGIN":
      session.isKnown = stringsIn(rest).at(-1) === PASSWORD;
      return [];
    case "LIST":
      if (rest === '"" ""') return ['* LIST (\\Noselect) "/" ""\r\n'];
      return [...server.folders.keys()].map(
        (name) => `* LIST (\\HasNoChildren) "/" "${name.replace("é", "&AOk-")}"\r\n`,
      );
    case "CREATE":
      server.folders.set(nameIn(rest), []);
      return [];
    case "SELECT":
      session.folder = nameIn(rest);
      return [`* ${server.folders.get(session.folder)!.length} EXISTS\r\n`, "* OK [UIDVALIDITY 1] ids\r\n"];
    case "UID SEARCH": {
      const found = folder.filter(({ flags }) => !rest.includes("UNSEEN") || !flags.has("\\Seen"));
      return [`* SEARCH ${found.map(({ uid }) => uid).join(" ")}\r\n`];
    }
    case "UID FETCH":
      return chosen().flatMap((message) => fetched(folder.indexOf(message) + 1, message, rest));
    case "UID STORE":
      for (const { flags } of chosen()) for (const flag of rest.match(/\\\w+/g) ?? []) flags.add(flag);
      return [];
    case "UID COPY":
    case "UID MOVE":
      server.folders.get(nameIn(rest.split(" ").slice(1).join(" ")))!.push(...chosen());
      if (command === "UID MOVE") remove(folder, chosen());
      return [];
    case "UID EXPUNGE":
      remove(folder, chosen());
      return [];
    default:
      return [];
  }
}

function fetched(rank: number, { uid, raw }: Kept, asked: string): (string | Buffer)[] {
  const most = Number(/<0\.(\d+)>/.exec(asked)?.[1] ?? raw.length);
  const body = raw.subarray(0, most);
  return [`* ${rank} FETCH (UID ${uid} BODY[]<0> {${body.length}}\r\n`, body, ")\r\n"];
}

function remove(folder: Kept[], gone: readonly Kept[]): void {
  for (const message of gone) folder.splice(folder.indexOf(message), 1);
}

function nameIn(rest: string): string {
  return (stringsIn(rest)[0] ?? rest).replace("&AOk-", "é");
}

function stringsIn(rest: string): string[] {
  return [...rest.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? bare! : quoted.replace(/\\(.)/g, "$1"),
  );
}
