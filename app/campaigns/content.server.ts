import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { conflict, invalid } from "~/errors";
import type { CampaignSheet } from "~db/queries/campaigns";
import type { Letter } from "./letters/block";
import { checkLetter } from "./letters/check";
import { checkFrame, missingSlots } from "./letters/check-frame";
import { contentHash } from "./letters/content-hash";
import { render } from "./letters/render";
import type { Template } from "./letters/template";

/** What will leave, rendered once, with its fingerprint; anything that may not leave is refused here, whoever asks. */
export function contentOf(ctx: Context, campaign: CampaignSheet): { template: Template; hash: string } {
  if (campaign.letter === null) throw conflict("Cette campagne n'a pas encore de lettre.");
  const letter = campaign.letter as unknown as Letter;
  const frame = { category: campaign.category, sender: campaign.sender_name, reason: campaign.reason };
  const problems = checkFrame(frame);
  if (Object.keys(problems).length > 0) throw invalid(problems);
  const [refusal] = checkLetter(letter).errors;
  if (refusal) throw invalid({ letter: [refusal.message] }, `La lettre ne peut pas partir : ${refusal.message}`);
  const template = render(letter, frame, dayOf(ctx.now));
  const [missing] = missingSlots(template);
  if (missing) throw conflict(missing);
  return { template, hash: contentHash(letter, frame) };
}
