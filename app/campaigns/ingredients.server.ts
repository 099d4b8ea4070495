import type { Context } from "~/access/context";
import { notFound } from "~/errors";
import { segmentCriteria } from "~/segments/audience.server";
import type { CampaignChange } from "~db/queries/campaigns";
import { demoLetter } from "./letters/demo-letter";

/** The audience of a campaign, as its columns: everybody, or a saved segment with its criteria as they are now. */
export async function segmentNamed(ctx: Context, name: string): Promise<CampaignChange> {
  if (name === "all") return { segment_id: null, criteria: null };
  const segment = await segmentCriteria(ctx, name);
  return { segment_id: name, criteria: JSON.stringify(segment) };
}

/** The words of a campaign, as its columns: the letter of the demonstration, or a saved one as it is now. */
export function letterNamed(_ctx: Context, name: string): CampaignChange {
  if (name !== "demo") throw notFound("Lettre");
  return {
    letter_id: null,
    letter: JSON.stringify(demoLetter),
    sender_name: "Votre caisse d'assurance maladie",
    reason: "Vous recevez ce message parce que vous exercez en libéral dans le ressort de votre caisse.",
    purpose: "Faire connaître l'aide à l'emploi d'un assistant médical",
  };
}
