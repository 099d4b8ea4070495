import type { Context } from "~/access/context";
import { notFound } from "~/errors";
import { segmentCriteria } from "~/segments/audience.server";
import { letterWords } from "~db/queries/campaign-pages";
import type { CampaignChange } from "~db/queries/campaigns";
import { demoLetter } from "./letters/demo-letter";

/** The audience of a campaign, as its columns: everybody, or a saved segment with its criteria as they are now. */
export async function segmentNamed(ctx: Context, name: string): Promise<CampaignChange> {
  if (name === "all") return { segment_id: null, criteria: null };
  return { segment_id: name, criteria: JSON.stringify(await segmentCriteria(ctx, name)) };
}

/** The words of a campaign, as its columns: the letter of the demonstration, or a saved one as it is now. */
export async function letterToSend(ctx: Context, name: string): Promise<CampaignChange> {
  if (name === "demo") return { letter_id: null, letter: JSON.stringify(demoLetter) };
  const words = await letterWords(ctx.tx, name);
  if (!words) throw notFound("Lettre");
  return { letter_id: name, letter: JSON.stringify({ subject: words.subject, blocks: words.blocks }) };
}

/** What surrounds a letter when nobody has said otherwise, on the command line. */
export const USUAL_FRAME: CampaignChange = {
  sender_name: "Votre caisse d'assurance maladie",
  reason: "Vous recevez ce message parce que vous exercez en libéral dans le ressort de votre caisse.",
  purpose: "Faire connaître l'aide à l'emploi d'un assistant médical",
};
