import { SYSTEM_ACTOR } from "~/access/system-actor";
import { french } from "~/format/typography";
import type { CommandIo, ExitCode } from "~/server/io";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { takeInBounce } from "./bounces.server";
import { readBounce } from "./read-bounce";

/** Larger than any report; what is beyond is not read. */
const MOST_BYTES = 20_000_000;

/** `tandem bounce < message.eml`: what a mail server hands over, once or several times. */
export async function bounceCommand(services: Services, { io }: { io: CommandIo }): Promise<ExitCode> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of io.stdin) {
    size += piece.length;
    if (size > MOST_BYTES) {
      io.err(french("Ce message dépasse 20 Mo : il n'a pas été lu.\n"));
      return 1;
    }
    pieces.push(piece);
  }
  if (size === 0) {
    io.err(french("Aucun message reçu sur l'entrée standard.\nUsage : tandem bounce < message.eml\n"));
    return 2;
  }
  const raw = Buffer.concat(pieces);
  const bounce = await readBounce(raw);
  const taken = await actAs(services.pool, SYSTEM_ACTOR, (tx) =>
    takeInBounce({ actor: SYSTEM_ACTOR, tx, now: services.now() }, raw, bounce),
  );
  io.out(`${JSON.stringify({ ...taken, status: bounce.status, class: bounce.class })}\n`);
  return 0;
}
