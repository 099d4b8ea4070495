import { conflict, invalid, notFound } from "~/errors";
import { accountById } from "~db/queries/accounts";
import { insertEvent } from "~db/queries/audit";
import { deleteCover, insertCover } from "~db/queries/territories";
import type { Context } from "./context";
import type { Role } from "./permissions";

interface Absent {
  readonly id: string;
  readonly role: Role;
  readonly fund_id: number | null;
}

/** From the first to the last day included, a colleague sees the absent delegate's doctors beside their own. */
export async function addCover(
  ctx: Context,
  absent: Absent,
  cover: { byId: string; fromOn: string; toOn: string },
): Promise<void> {
  if (absent.role !== "delegate" || absent.fund_id === null)
    throw conflict("Seul un délégué se fait remplacer dans ses secteurs.");
  const by = await accountById(ctx.tx, cover.byId);
  if (by?.role !== "delegate" || by.fund_id !== absent.fund_id || by.disabled_at || by.id === absent.id) {
    throw invalid({ byId: ["Choisissez un autre délégué de la même caisse."] });
  }
  await insertCover(ctx.tx, { fundId: absent.fund_id, absentId: absent.id, ...cover });
  await tell(ctx, absent);
}

export async function endCover(ctx: Context, absent: Absent, coverId: number): Promise<void> {
  if (!(await deleteCover(ctx.tx, coverId, absent.id))) throw notFound("Remplacement");
  await tell(ctx, absent);
}

async function tell(ctx: Context, absent: Absent): Promise<void> {
  const facts = { accountId: absent.id, changes: ["cover"] };
  await insertEvent(ctx.tx, { fundId: absent.fund_id, accountId: ctx.actor.id, name: "account.changed", facts });
}
