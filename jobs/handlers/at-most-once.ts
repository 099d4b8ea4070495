import { mayHaveLeft } from "~/mail/delivery-doubt";
import { isRefusedForGood, type Letter } from "~/mail/mailer";
import type { Desk } from "../handler";

/** What became of one letter. Waiting: it is sure not to have left, and is tried again. */
export type Fate = "sent" | "refused" | "uncertain" | "waiting";

/** Hands a letter over and tells its fate. One that may have left is never handed over again by itself. */
export async function atMostOnce(
  { tools }: Desk,
  letter: Letter | null,
  settle: (fate: Fate) => Promise<unknown>,
): Promise<void> {
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return void (await settle("refused"));
    if (mayHaveLeft(error)) return void (await settle("uncertain"));
    await settle("waiting");
    throw error;
  }
  await settle("sent");
}
