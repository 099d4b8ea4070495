import type { Context } from "~/access/context";
import { invalid } from "~/errors";
import { french, quoted } from "~/format/typography";
import { metresBetween, type Point } from "~/geo/point";
import { type CommuneFound, communesBeginning, communesMeant, nearestCommune } from "~db/queries/delegate-settings";
import type { Setting } from "../setting";
import { changeSetting } from "./own-setting.server";
import type { AskOf } from "./settings.form";
import type { Saved } from "./settings.server";

const MOST_COMMUNES = 8;

/** Whose name begins so, for the list under the field. */
export async function suggestCommunes(ctx: Context, typed: string) {
  if (typed.trim().length < 2) return [];
  const found = await communesBeginning(ctx.tx, ctx.actor.fundIds[0]!, typed, MOST_COMMUNES);
  return found.map(({ code, name, department }) => ({ code, name, department }));
}

/** The middle of a commune stands for the address: a label says more, to its owner alone. */
export async function placeBaseIn(ctx: Context, ask: AskOf<"base">): Promise<Saved> {
  const commune = onlyOne(await communesMeant(ctx.tx, { code: ask.code, name: ask.commune }), ask.commune);
  const label = ask.label === "" ? commune.name : `${ask.label}, ${commune.name}`;
  return placed(ctx, { label, latitude: commune.latitude, longitude: commune.longitude });
}

function onlyOne(found: readonly CommuneFound[], typed: string): CommuneFound {
  if (typed === "") throw invalid({ commune: ["Indiquez la commune d'où vous partez."] });
  if (found.length === 1) return found[0]!;
  const why = found.length === 0 ? "Aucune commune ne s'appelle ainsi" : "Plusieurs communes portent ce nom";
  throw invalid({ commune: [french(`${why} : choisissez-la dans la liste qui s'ouvre sous le champ.`)] });
}

/** About 100 m: enough for a driving time, and less than the door of a home. */
const DECIMALS = 3;
/** Every inhabited place of France is nearer than this to the middle of some commune. */
const FURTHEST_METRES = 40_000;

export async function placeBaseAt(ctx: Context, ask: AskOf<"point">): Promise<Saved> {
  const point = { latitude: rounded(ask.latitude), longitude: rounded(ask.longitude) };
  const near = await nearestCommune(ctx.tx, point);
  if (!near || metresBetween(near, point) > FURTHEST_METRES) {
    throw invalid({ label: ["Cette position n'est près d'aucune commune de France. Indiquez plutôt une commune."] });
  }
  return placed(ctx, { ...point, label: ask.label === "" ? `Près de ${near.name}` : ask.label });
}

export async function forgetBase(ctx: Context): Promise<Saved> {
  const before = await changeSetting(ctx, { base: null });
  return { done: "Votre point de départ est effacé.", undo: sentAgain(before.base) };
}

async function placed(ctx: Context, base: Point & { label: string }): Promise<Saved> {
  const before = await changeSetting(ctx, { base });
  return { done: `Vos journées partent maintenant de ${quoted(base.label)}.`, undo: sentAgain(before.base) };
}

function sentAgain(base: Setting["base"]): Saved["undo"] {
  if (base === null) return { intent: "forget-base" };
  return { intent: "point", latitude: String(base.latitude), longitude: String(base.longitude), label: base.label };
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}
