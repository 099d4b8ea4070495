import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { readMessage } from "./read-message";

export interface Captured {
  readonly sender: string;
  readonly recipients: string[];
  readonly subject: string;
  readonly raw: Buffer;
}

/** Stands in for a relay on a machine that has none: takes every letter, keeps it, sends nothing anywhere. */
export async function startCapture(
  keep: (mail: Captured) => Promise<void>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: 20_000_000,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", async () => {
        const raw = Buffer.concat(pieces);
        const { mailFrom, rcptTo } = session.envelope;
        try {
          await keep({
            sender: mailFrom ? mailFrom.address : "",
            recipients: rcptTo.map((each) => each.address),
            subject: (await readMessage(raw)).subject,
            raw,
          });
          done();
        } catch (error) {
          done(error as Error);
        }
      });
    },
  });
  server.on("error", () => {}); // a client that hangs up is its own affair
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((closed) => server.close(() => closed())) };
}
