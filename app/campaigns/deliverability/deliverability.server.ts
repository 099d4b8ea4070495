import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { notFound } from "~/errors";
import { questionsAsked } from "~db/queries/address-questions";
import {
  deliverabilityCounts,
  type MessageKind,
  messagesOfKind,
  oppositionsByLink,
  rawMessage,
  returnedByCause,
  returnedLetters,
  returnsByProvider,
} from "~db/queries/deliverability";
import { returnRate } from "./bounce-rate";
import type { DeliverabilitySearch } from "./deliverability.form";
import { headOf, textOf } from "./raw-text";
import type { View } from "./views";

const PAGE = 25;
const DAYS = 90;

/** What came back, list by list, and how each group of mailboxes fares. */
export async function openDeliverability(ctx: Context, search: DeliverabilitySearch) {
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000);
  const counts = await deliverabilityCounts(ctx.tx);
  return {
    view: search.vue,
    cause: search.motif ?? null,
    page: search.page,
    counts: {
      rebonds: counts.returned,
      "a-corriger": counts.questions,
      "reponses-automatiques": counts["auto-reply"],
      plaintes: counts.complaint,
      oppositions: counts.oppositions,
      "a-lire": counts.unknown,
    } satisfies Record<View, number>,
    list: await listOf(ctx, search),
    providers: (await returnsByProvider(ctx.tx, since)).map((row) => ({
      ...row,
      rate: returnRate(row.returned, row.handed),
    })),
    days: DAYS,
    computedAt: ctx.now,
    mayManage: can(ctx.actor, "campaign.manage"),
  };
}

async function listOf(ctx: Context, { vue, motif, avant, page }: DeliverabilitySearch) {
  const slice = { skip: (page - 1) * PAGE, limit: PAGE + 1 };
  switch (vue) {
    case "rebonds": {
      const rows = await returnedLetters(ctx.tx, { cause: motif ?? null, before: avant ?? null, limit: PAGE + 1 });
      return { kind: "returned" as const, causes: await returnedByCause(ctx.tx), ...cut(rows) };
    }
    case "a-corriger":
      return { kind: "questions" as const, ...cut(await questionsAsked(ctx.tx, slice)) };
    case "oppositions":
      return { kind: "oppositions" as const, ...cut(await oppositionsByLink(ctx.tx, slice)) };
    case "reponses-automatiques":
    case "plaintes":
    case "a-lire":
      return { kind: "messages" as const, ...cut(await messagesOfKind(ctx.tx, KINDS[vue], slice)) };
  }
}

const KINDS = {
  "reponses-automatiques": "auto-reply",
  plaintes: "complaint",
  "a-lire": "unknown",
} as const satisfies Partial<Record<View, MessageKind>>;

function cut<Row>(rows: readonly Row[]): { rows: Row[]; hasMore: boolean } {
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

export type Deliverability = Awaited<ReturnType<typeof openDeliverability>>;

/** What a person reads of a message on the page; the rest is in the file. */
const SHOWN = 60_000;

export async function openMessage(ctx: Context, digest: string | undefined) {
  const { raw, received_at: receivedAt, ...message } = await messageSeen(ctx, digest);
  return {
    ...message,
    digest: digest!,
    receivedAt,
    headers: headOf(raw),
    text: textOf(raw.subarray(0, SHOWN)),
    isCut: message.size > SHOWN,
  };
}

export async function messageFile(ctx: Context, digest: string | undefined) {
  const { raw } = await messageSeen(ctx, digest);
  return { name: `retour-${digest!.slice(0, 12)}.eml`, raw };
}

async function messageSeen(ctx: Context, digest: string | undefined) {
  const message = digest && /^[0-9a-f]{64}$/.test(digest) ? await rawMessage(ctx.tx, digest) : undefined;
  if (!message) throw notFound("Message");
  return message;
}
