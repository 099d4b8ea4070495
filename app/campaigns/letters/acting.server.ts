import type { Context } from "~/access/context";
import { saveLetter } from "./letter.server";
import type { LetterAct } from "./letters.form";
import { duplicateLetter, setArchived } from "./letters.server";
import { tryLetter } from "./trials.server";

/** What the page does next. */
export type Acted = { readonly goTo: string } | { readonly revision: number; readonly isTried: boolean };

/** The act of the button that was pressed. */
export async function actOnLetter(ctx: Context, letterId: string, act: LetterAct): Promise<Acted> {
  switch (act.intent) {
    case "save":
      return { revision: await saveLetter(ctx, letterId, act), isTried: false };
    case "try":
      return { revision: await tryLetter(ctx, letterId, act), isTried: true };
    case "duplicate":
      return { goTo: `/lettres/${await duplicateLetter(ctx, letterId)}` };
    case "archive":
      await setArchived(ctx, letterId, true);
      return { goTo: "/lettres?archives=oui" };
    case "restore":
      await setArchived(ctx, letterId, false);
      return { goTo: `/lettres/${letterId}` };
  }
}
