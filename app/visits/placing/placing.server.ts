import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, invalid, notFound } from "~/errors";
import { politeName } from "~/format/names";
import type { Point } from "~/geo/point";
import {
  doctorsAt,
  practiceOf,
  practicePoint,
  removePracticePoint,
  savePracticePoint,
} from "~db/queries/practice-points";
import { distance } from "../map/nearness";
import { townsAround } from "../map/towns.server";
import { farFrom } from "./doubt";
import type { PlacingAsk } from "./placing.form";

/** Degrees around the commune within which towns are named, and how many. */
const AROUND = 0.4;
const MOST_TOWNS = 60;

/** What to look at before saying where a practice is. */
export async function openPlacing(ctx: Context, doctorId: number | null, placeId: number | null) {
  const practice = await practiceToPlace(ctx, doctorId, placeId);
  const key = practice.practice_key;
  const point = key === null ? undefined : await practicePoint(ctx.tx, practice.fund_id, key);
  const commune = pointOf(practice);
  return {
    doctor: { id: practice.id, name: politeName({ lastName: practice.last_name, firstName: practice.first_name }) },
    structure: practice.structure_name,
    address: [practice.address, [practice.postcode, practice.town].filter(Boolean).join(" ")]
      .filter(Boolean)
      .join(", "),
    commune: commune && { ...commune, name: practice.commune! },
    hasPractice: key !== null,
    point: point ? { latitude: point.latitude, longitude: point.longitude } : null,
    source: point ? { words: point.source, placedAt: point.placed_at } : null,
    doctors: key === null ? 0 : await doctorsAt(ctx.tx, practice.fund_id, key),
    towns: await townsAround(ctx, [commune], AROUND, MOST_TOWNS),
  };
}

/** What was there before, so that it can be put back. */
export interface Placed {
  readonly before: Point | null;
  readonly doctors: number;
  readonly isPlaced: boolean;
}

/** Says where a practice is, for every doctor who works there; or gives it back to its commune. */
export async function placePractice(
  ctx: Context,
  doctorId: number | null,
  placeId: number | null,
  ask: PlacingAsk,
): Promise<Placed> {
  const practice = await practiceToPlace(ctx, doctorId, placeId);
  const { id, fund_id: fundId, practice_key: practiceKey } = practice;
  if (practiceKey === null)
    throw conflict("L'annuaire ne donne pas d'adresse pour ce médecin : il n'y a pas de cabinet à situer.");
  const before = (await practicePoint(ctx.tx, fundId, practiceKey)) ?? null;
  const doctors = await doctorsAt(ctx.tx, fundId, practiceKey);
  const placed = { before: before && { latitude: before.latitude, longitude: before.longitude }, doctors };
  if (ask.intent === "remove") {
    if (await removePracticePoint(ctx.tx, fundId, practiceKey))
      await record(ctx, "practice.unplaced", { doctorId: id });
    return { ...placed, isPlaced: false };
  }
  const far = farFrom(ask.position, pointOf(practice));
  if (far !== null && ask.confirmed === undefined)
    throw invalid(
      { confirmed: [`Ce point est à ${distance(far)} de ${practice.commune}. Cochez la case si c'est bien là.`] },
      "L'emplacement n'est pas enregistré.",
    );
  const source = `placé par ${ctx.actor.name}`;
  await savePracticePoint(ctx.tx, {
    fundId,
    practiceKey,
    ...ask.position,
    source,
    placedBy: ctx.actor.id,
    at: ctx.now,
  });
  await record(ctx, "practice.placed", { doctorId: id });
  return { ...placed, isPlaced: true };
}

/** A number that is none, a doctor of another sector or fund, a place of another doctor: the answer is the same. */
async function practiceToPlace(ctx: Context, doctorId: number | null, placeId: number | null) {
  const practice = doctorId === null ? undefined : await practiceOf(ctx.tx, doctorId, placeId);
  if (!practice || (placeId !== null && !practice.has_place)) throw notFound("Cabinet");
  return practice;
}

function pointOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
