import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { isId } from "~/visits/report/client-id";
import {
  archiveLetter,
  insertLetter,
  type LetterSheet,
  letterById,
  letterCounts,
  lettersOf,
} from "~db/queries/letters";
import type { Letter } from "./block";
import { checkLetter } from "./check";
import { contentHash } from "./content-hash";
import { demoLetter } from "./demo-letter";
import { copyName, type STARTS } from "./naming";

export async function browseLetters(ctx: Context, { archives }: { archives?: "oui" | undefined }) {
  const isArchived = archives === "oui";
  const letters = await lettersOf(ctx.tx, isArchived);
  return {
    letters: letters.map(({ blocks, ...letter }) => ({
      ...letter,
      toMend: checkLetter({ subject: letter.subject, blocks }).errors.length,
    })),
    counts: await letterCounts(ctx.tx),
    isArchived,
    now: ctx.now,
    mayWrite: can(ctx.actor, "letter.manage"),
  };
}

const BLANK: Letter = { subject: "", blocks: [{ kind: "paragraph", text: "" }] };

export async function createLetter(
  ctx: Context,
  { name, start }: { name: string; start: (typeof STARTS)[number] },
): Promise<string> {
  return keep(ctx, name, start === "model" ? demoLetter : BLANK);
}

export async function duplicateLetter(ctx: Context, letterId: string): Promise<string> {
  const { name, subject, blocks } = await letterOf(ctx, letterId);
  return keep(ctx, copyName(name), { subject, blocks });
}

export async function setArchived(ctx: Context, letterId: string, isArchived: boolean): Promise<void> {
  await letterOf(ctx, letterId);
  if (!(await archiveLetter(ctx.tx, letterId, isArchived ? ctx.now : null)))
    throw conflict(isArchived ? "Cette lettre est déjà archivée." : "Cette lettre n'est plus archivée.");
  await record(ctx, isArchived ? "letter-template.archived" : "letter-template.restored", { letterId });
}

/** The letter as it is now, for a campaign to take its own copy of. An archived one is not taken. */
export async function letterToSend(ctx: Context, letterId: string): Promise<{ letter: Letter; revision: number }> {
  const { subject, blocks, revision, archived_at } = await letterOf(ctx, letterId);
  if (archived_at !== null) throw conflict("Cette lettre est archivée : reprenez-la avant de l'envoyer.");
  return { letter: { subject, blocks }, revision };
}

export async function letterOf(ctx: Context, letterId: string | undefined): Promise<LetterSheet> {
  const letter = isId(letterId) ? await letterById(ctx.tx, letterId) : undefined;
  if (!letter) throw notFound("Lettre");
  return letter;
}

async function keep(ctx: Context, name: string, letter: Letter): Promise<string> {
  const letterId = await insertLetter(ctx.tx, {
    ...letter,
    name,
    fundId: ctx.actor.fundIds[0]!,
    accountId: ctx.actor.id,
    hash: contentHash(letter),
    at: ctx.now,
  });
  await record(ctx, "letter-template.created", { letterId });
  return letterId;
}
