import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import type { Day } from "~/calendar/day";
import { conflict, invalid, notFound } from "~/errors";
import { countOf } from "~/format/numbers";
import { coversSince, ownCover } from "~db/queries/absences";
import { colleagues } from "~db/queries/accounts";
import { deleteCover, insertCover } from "~db/queries/territories";
import { daysProblems, fromTo } from "./absence";
import { todayIn } from "./absences.server";
import { handedUnder } from "./handing.server";
import type { AskOf } from "./settings.form";
import type { Saved } from "./settings.server";

/** The other delegates of the fund, who may stand in. */
export async function possibleCovers(ctx: Context) {
  const everybody = await colleagues(ctx.tx);
  return everybody
    .filter(({ id, role, fund_id, disabled_at }) => {
      return role === "delegate" && fund_id === ctx.actor.fundIds[0] && disabled_at === null && id !== ctx.actor.id;
    })
    .map(({ id, name }) => ({ id, name }));
}

/** From the first to the last day included, the colleague sees this delegate's doctors beside their own. */
export async function arrangeCover(ctx: Context, ask: AskOf<"cover">): Promise<Saved> {
  const { tx, actor } = ctx;
  const fundId = actor.fundIds[0]!;
  const today = await todayIn(ctx, fundId);
  const problems = daysProblems(ask, today);
  if (Object.keys(problems).length > 0) throw invalid(problems);
  if (ask.toOn < today) throw invalid({ byId: ["Ces jours sont passés : personne ne peut plus vous remplacer."] });
  const by = (await possibleCovers(ctx)).find(({ id }) => id === ask.byId);
  if (!by) throw invalid({ byId: ["Choisissez un autre délégué de votre caisse."] });
  const already = (await ownCovers(ctx, ask.fromOn)).find((cover) => cover.byId === by.id && cover.fromOn <= ask.toOn);
  if (already) {
    throw invalid({ byId: [`${by.name} vous remplace déjà ${fromTo(already.fromOn, already.toOn)}.`] });
  }
  await insertCover(tx, { fundId, absentId: actor.id, byId: by.id, fromOn: ask.fromOn, toOn: ask.toOn });
  await record(ctx, "account.changed", { accountId: actor.id, changes: ["cover"] });
  const arranged = (await ownCovers(ctx, ask.fromOn)).find(
    ({ byId, fromOn }) => byId === by.id && fromOn === ask.fromOn,
  );
  return {
    done: `${by.name} vous remplace ${fromTo(ask.fromOn, ask.toOn)}.`,
    undo: arranged ? { intent: "uncover", coverId: String(arranged.id) } : null,
  };
}

async function ownCovers({ tx, actor }: Context, since: Day) {
  const covers = await coversSince(tx, actor.id, since);
  return covers.filter(({ absentId }) => absentId === actor.id);
}

/** Not before the visits handed over are taken back: the colleague would no longer see their doctors. */
export async function endCover(ctx: Context, coverId: number): Promise<Saved> {
  const cover = await ownCover(ctx.tx, ctx.actor.id, coverId);
  if (!cover) throw notFound("Remplacement");
  const handed = await handedUnder(ctx, cover);
  if (handed.length > 0) {
    const visits = countOf(handed.length, "visite confiée", "visites confiées");
    throw conflict(`${visits} à ${cover.by} dans ces jours : reprenez-les avant de retirer le remplacement.`);
  }
  if (!(await deleteCover(ctx.tx, coverId, ctx.actor.id))) throw notFound("Remplacement");
  await record(ctx, "account.changed", { accountId: ctx.actor.id, changes: ["cover"] });
  const { byId, fromOn, toOn } = cover;
  return {
    done: `${cover.by} ne vous remplace plus ${fromTo(fromOn, toOn)}.`,
    undo: { intent: "cover", byId, fromOn, toOn },
  };
}
