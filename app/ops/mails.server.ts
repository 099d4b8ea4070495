import type { Context } from "~/access/context";
import { notFound } from "~/errors";
import { readMessage } from "~/mail/read-message";
import { capturedMail, capturedMails } from "~db/queries/captured";
import { headersOf } from "./mail-headers";

const PAGE = 50;

export async function mails(ctx: Context, search: { avant?: number | undefined }) {
  const found = await capturedMails(ctx.tx, PAGE + 1, search.avant);
  const page = found.slice(0, PAGE);
  return { mails: page, older: found.length > PAGE ? page.at(-1)!.id : null };
}

export async function mail(ctx: Context, id: number) {
  const kept = await capturedMail(ctx.tx, id);
  if (!kept) throw notFound("Lettre");
  const { text, html } = await readMessage(kept.raw);
  const { at, sender, recipients, subject } = kept;
  return { at, sender, recipients, subject, headers: headersOf(kept.raw), text, html };
}
