import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { instantAt, wallAt } from "~/calendar/zoned";
import { conflict, notFound } from "~/errors";
import { longDay } from "~/format/dates";
import { politeName } from "~/format/names";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { type CoverRow, handVisit, ownCover, type VisitToArrange, visitsToArrange } from "~db/queries/absences";
import { fundSheet } from "~db/queries/funds";
import { bookedAcross } from "~db/queries/visits";
import { tellDoctor } from "../invitations/inviting.server";
import type { AskOf } from "./settings.form";
import type { Saved } from "./settings.server";
import { timeSpan } from "./visit-time";

/** Gives the booked visits of the days of a cover, or one of them, to the colleague who stands in. */
export async function handOver(ctx: Context, { coverId, visitIds }: AskOf<"hand">): Promise<Saved> {
  const cover = await coverOf(ctx, coverId);
  const own = (await under(ctx, cover)).filter(({ delegate_id }) => delegate_id === ctx.actor.id);
  const chosen = chosenAmong(own, visitIds, `Aucune visite n'est plus à confier à ${cover.by} ces jours-là.`);
  const result = await passAll(ctx, chosen, { delegateId: cover.byId, handedBy: ctx.actor.id });
  return {
    done: told(result.passed.length, chosen.length, ["confiée", "confiées"], `à ${cover.by}`),
    undo: sentAgain("take-back", coverId, result.passed),
    clashes: result.clashes,
  };
}

export async function takeBack(ctx: Context, { coverId, visitIds }: AskOf<"take-back">): Promise<Saved> {
  const cover = await coverOf(ctx, coverId);
  const handed = await handedUnder(ctx, cover);
  const chosen = chosenAmong(handed, visitIds, "Aucune visite n'est plus à reprendre ces jours-là.");
  const result = await passAll(ctx, chosen, { delegateId: ctx.actor.id, handedBy: null });
  return {
    done: told(result.passed.length, chosen.length, ["reprise", "reprises"], "dans votre calendrier"),
    undo: sentAgain("hand", coverId, result.passed),
    clashes: result.clashes,
  };
}

/** The visits of these days that the colleague holds for the absent. */
export async function handedUnder(ctx: Context, cover: CoverRow): Promise<VisitToArrange[]> {
  const visits = await under(ctx, cover);
  return visits.filter((visit) => visit.handed_by === ctx.actor.id && visit.delegate_id === cover.byId);
}

async function coverOf(ctx: Context, coverId: number): Promise<CoverRow> {
  const cover = await ownCover(ctx.tx, ctx.actor.id, coverId);
  if (!cover) throw notFound("Remplacement");
  return cover;
}

/** Visits not begun yet, on the days of the cover as the practice counts them. */
async function under(ctx: Context, cover: CoverRow): Promise<VisitToArrange[]> {
  const zone = (await fundSheet(ctx.tx, ctx.actor.fundIds[0]!))!.zone;
  const first = Math.max(ctx.now.getTime(), instantAt(cover.fromOn, -1440, zone).getTime());
  const visits = await visitsToArrange(ctx.tx, ctx.actor.id, new Date(first), instantAt(cover.toOn, 2 * 1440, zone));
  return visits.filter(({ starts_at, zone: practice }) => {
    const { day } = wallAt(starts_at, practice);
    return cover.fromOn <= day && day <= cover.toOn;
  });
}

/** All of them, or those that are named. */
function chosenAmong(visits: readonly VisitToArrange[], named: readonly string[], none: string) {
  const chosen = named.length === 0 ? visits : visits.filter(({ id }) => named.includes(id));
  if (chosen.length > 0) return chosen;
  throw named.length === 0 ? conflict(none) : notFound("Visite");
}

function sentAgain(intent: "hand" | "take-back", coverId: number, visitIds: readonly string[]): Saved["undo"] {
  return visitIds.length === 0 ? null : { intent, coverId: String(coverId), visitIds };
}

type Holder = { delegateId: string; handedBy: string | null };

async function passAll(ctx: Context, visits: readonly VisitToArrange[], to: Holder) {
  const passed: string[] = [];
  const clashes: string[] = [];
  for (const visit of visits) {
    const changed = await handVisit(ctx.tx, visit, to);
    if (changed !== "done") {
      clashes.push(await clash(ctx, visit, to.delegateId, changed));
      continue;
    }
    passed.push(visit.id);
    await tellDoctor(ctx, visit.id, "REQUEST"); // who comes has changed; silent when the doctor was not asked in
    await record(ctx, "visit.moved", { visitId: visit.id, doctorId: visit.doctor_id });
  }
  return { passed, clashes };
}

/** Why a visit stayed where it was. The other's visit is named by its hours only: its doctor may not be ours to know. */
async function clash(ctx: Context, visit: VisitToArrange, delegateId: string, changed: "taken" | "stale") {
  const name = politeName({ lastName: visit.last_name ?? "", firstName: visit.first_name ?? "" });
  const { day } = wallAt(visit.starts_at, visit.zone);
  const which = `${name}, ${longDay(day)} ${timeSpan(visit)}`;
  if (changed === "stale") return french(`${which} : cette visite vient d'être modifiée. Rechargez la page.`);
  const { doctor_id: doctorId, starts_at: startsAt, ends_at: endsAt } = visit;
  const other = await bookedAcross(ctx.tx, { delegateId, doctorId, startsAt, endsAt, exceptId: visit.id });
  const taken = other ? `déjà une visite ${timeSpan(other)}` : "déjà une visite à cette heure";
  return french(`${which} : ${taken} dans l'autre calendrier.`);
}

function told(passed: number, asked: number, [one, many]: [string, string], where: string): string {
  if (passed === 0) return "Aucune visite n'a pu changer de main.";
  const visits = countOf(passed, `visite ${one}`, `visites ${many}`);
  return passed === asked ? `${visits} ${where}.` : `${visits} ${where} sur ${asked}.`;
}
