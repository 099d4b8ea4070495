import { randomUUID } from "node:crypto";
import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { conflict, notFound } from "~/errors";
import { relativeTime } from "~/format/dates";
import { french } from "~/format/typography";
import { accountById } from "~db/queries/accounts";
import { lastTrial } from "~db/queries/letter-trials";
import { renameLetter, revisionOf, revisionsOf, saveRevision } from "~db/queries/letters";
import type { Letter } from "./block";
import { contentHash } from "./content-hash";
import { letterOf } from "./letters.server";
import { examplesFor } from "./preview.server";

/** The letter with its versions; an older one may be taken up again, and becomes the newest once it is saved. */
export async function openLetter(ctx: Context, letterId: string | undefined, version: number | undefined) {
  const { subject, blocks, ...letter } = await letterOf(ctx, letterId);
  const asked =
    version === undefined || version === letter.revision ? null : await revisionOf(ctx.tx, letter.id, version);
  if (asked === undefined) throw notFound("Version");
  const revisions = await revisionsOf(ctx.tx, letter.id);
  const account = await accountById(ctx.tx, ctx.actor.id);
  return {
    ...letter,
    content: asked ? { subject: asked.subject, blocks: asked.blocks } : { subject, blocks },
    takenFrom: asked?.revision ?? null,
    revisions: revisions.map(({ content_hash: _hash, ...revision }) => revision),
    examples: await examplesFor(ctx, letter.fund),
    /** Each page read brings the number of one click: pressed twice, it is heard once. */
    nextTrial: randomUUID(),
    trial: (await lastTrial(ctx.tx, letter.id, ctx.actor.id)) ?? null,
    myAddress: account?.email ?? "",
    now: ctx.now,
    today: dayOf(ctx.now),
    mayWrite: can(ctx.actor, "letter.manage") && letter.archived_at === null,
    mayManage: can(ctx.actor, "letter.manage"),
  };
}

export interface Written {
  readonly name: string;
  readonly letter: Letter;
  /** The revision the writer began from. */
  readonly seen: number;
}

/** Saves a revision, unless the words are the same; what somebody else saved meanwhile is never lost. Returns its number. */
export async function saveLetter(ctx: Context, letterId: string, { name, letter, seen }: Written): Promise<number> {
  const known = await letterOf(ctx, letterId);
  if (known.archived_at !== null) throw conflict("Cette lettre est archivée : reprenez-la avant de la modifier.");
  const hash = contentHash(letter);
  if (known.revision === seen && hash === contentHash({ subject: known.subject, blocks: known.blocks })) {
    if (name !== known.name) await renameLetter(ctx.tx, known.id, name);
    return seen;
  }
  const revision = {
    ...letter,
    name,
    seen,
    hash,
    letterId,
    fundId: known.fund_id,
    accountId: ctx.actor.id,
    at: ctx.now,
  };
  if (!(await saveRevision(ctx.tx, revision))) throw conflict(await fasterOne(ctx, letterId));
  await record(ctx, "letter-template.saved", { letterId, revision: seen + 1 });
  return seen + 1;
}

async function fasterOne(ctx: Context, letterId: string): Promise<string> {
  const { changed_by: who, changed_at: at, revision } = await letterOf(ctx, letterId);
  return french(
    `${who ?? "Quelqu'un"} a enregistré la version ${revision} de cette lettre ${relativeTime(at, ctx.now)}. ` +
      "Votre texte est gardé sur cet appareil, rien n'est perdu.",
  );
}
