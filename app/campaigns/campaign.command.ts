import { parseArgs } from "node:util";
import type { Context } from "~/access/context";
import { SYSTEM_ACTOR } from "~/access/system-actor";
import { Refused } from "~/errors";
import { french } from "~/format/typography";
import type { CommandIo, ExitCode } from "~/server/io";
import type { Services } from "~/wiring";
import { actAs } from "~db/act-as";
import { fundByCode } from "~db/queries/funds";
import { approveCampaign } from "./approval.server";
import {
  cancelCampaign,
  draftCampaign,
  editCampaign,
  pauseCampaign,
  resumeCampaign,
  startCampaign,
  statusOf,
} from "./campaigns.server";
import { letterToSend, segmentNamed, USUAL_FRAME } from "./ingredients.server";

const USAGE = `Usage : tandem campaign create --name NOM --segment <identifiant|all> --letter <identifiant|demo> [options] [--json]
        tandem campaign <status|pause|resume|cancel> <identifiant> [--json]
  --limit N        au plus N destinataires, les mieux classés d'abord
  --start WHEN     now, ou une date et une heure (2026-12-01T09:00:00+01:00) ; sans elle, la campagne reste prête
  --holdout N      part mise de côté pour comparer, en pour cent (10 par défaut, par cabinet)
  --fund CAISSE    les médecins de cette caisse seulement
  --pace N         au plus N courriels par minute
  --window H-H     heures du médecin, par exemple 8-19 ; sans elle, l'envoi part à toute heure
  --not-after WHEN date et heure après lesquelles plus rien ne part
`;

/** 0: done · 1: refused, and why · 2: not understood. Whoever holds the terminal holds the database: no second approval. */
export async function campaignCommand(
  services: Services,
  { args, io }: { args: string[]; io: CommandIo },
): Promise<ExitCode> {
  const asked = read(args);
  if (!asked) {
    io.err(french(USAGE));
    return 2;
  }
  try {
    const answer = await actAs(services.pool, SYSTEM_ACTOR, (tx) =>
      answerTo(asked, { actor: SYSTEM_ACTOR, tx, now: services.now() }),
    );
    services.knock();
    io.out(asked.json ? `${JSON.stringify(answer)}\n` : lines(answer));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const fields = Object.values(error.fields).flat();
    io.err(`${french([error.message, ...fields].join("\n"))}\n`);
    return 1;
  }
}

type Asked =
  | Create
  | { readonly verb: "status" | "pause" | "resume" | "cancel"; readonly id: string; readonly json: boolean };

interface Create {
  readonly verb: "create";
  readonly name: string;
  readonly segment: string;
  readonly letter: string;
  readonly limit: number | null;
  readonly start: Date | "now" | null;
  readonly holdout: number;
  readonly fund: string | null;
  readonly pace: number | null;
  readonly window: { readonly from: number; readonly to: number } | null;
  readonly notAfter: Date | null;
  readonly json: boolean;
}

async function answerTo(asked: Asked, ctx: Context): Promise<object> {
  switch (asked.verb) {
    case "create":
      return { id: await create(ctx, asked) };
    case "status":
      return statusOf(ctx, asked.id);
    case "pause":
      await pauseCampaign(ctx, asked.id);
      return statusOf(ctx, asked.id);
    case "resume":
      await resumeCampaign(ctx, asked.id);
      return statusOf(ctx, asked.id);
    case "cancel":
      await cancelCampaign(ctx, asked.id);
      return statusOf(ctx, asked.id);
  }
}

async function create(ctx: Context, asked: Create): Promise<string> {
  const fund = asked.fund === null ? null : await fundByCode(ctx.tx, asked.fund);
  if (fund === undefined) throw new Refused("not-found", `Aucune caisse ne porte le numéro ${asked.fund}.`);
  const id = await draftCampaign(ctx, {
    fundId: fund?.id ?? null,
    name: asked.name,
    category: "information",
    holdoutPercent: asked.holdout,
  });
  await editCampaign(ctx, id, {
    ...(await segmentNamed(ctx, asked.segment)),
    ...(await letterToSend(ctx, asked.letter)),
    ...USUAL_FRAME,
    most: asked.limit,
    per_minute: asked.pace,
    window_from: asked.window?.from ?? null,
    window_to: asked.window?.to ?? null,
    not_after: asked.notAfter,
    starts_at: asked.start === "now" ? ctx.now : asked.start,
  });
  await approveCampaign(ctx, id);
  if (asked.start !== null) await startCampaign(ctx, id);
  return id;
}

function read(args: string[]): Asked | null {
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: text,
        segment: text,
        letter: text,
        limit: text,
        start: text,
        holdout: text,
        fund: text,
        pace: text,
        window: text,
        "not-after": text,
        json: { type: "boolean", default: false },
      },
    });
    const [verb, id, ...rest] = positionals;
    if (rest.length > 0) return null;
    if (verb === "status" || verb === "pause" || verb === "resume" || verb === "cancel")
      return id && UUID.test(id) ? { verb, id, json: values.json } : null;
    if (verb !== "create" || id !== undefined || !values.name || !values.segment || !values.letter) return null;
    return {
      verb,
      name: values.name,
      segment: values.segment,
      letter: values.letter,
      limit: values.limit === undefined ? null : whole(values.limit, 1, 1_000_000),
      start: values.start === undefined ? null : values.start === "now" ? "now" : moment(values.start),
      holdout: values.holdout === undefined ? 10 : whole(values.holdout, 0, 50),
      fund: values.fund ?? null,
      pace: values.pace === undefined ? null : whole(values.pace, 1, 100_000),
      window: values.window === undefined ? null : hours(values.window),
      notAfter: values["not-after"] === undefined ? null : moment(values["not-after"]),
      json: values.json,
    };
  } catch {
    return null;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function whole(text: string, from: number, to: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to) throw new RangeError(text);
  return value;
}

function moment(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new RangeError(text);
  return at;
}

function hours(text: string): { from: number; to: number } {
  const [from, to] = text.split("-").map((hour) => whole(hour, 0, 24) * 60);
  if (from === undefined || to === undefined || from >= to) throw new RangeError(text);
  return { from, to };
}

function lines(answer: object): string {
  return `${Object.entries(answer)
    .map(([name, value]) => `${name} : ${value}`)
    .join("\n")}\n`;
}
