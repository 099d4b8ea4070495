import type { Context } from "~/access/context";
import { can, ROLE_LABELS } from "~/access/permissions";
import { fundNames } from "~db/queries/funds";

/** What surrounds every page of a signed-in person. */
export async function frameOf(ctx: Context) {
  const { role, name, fundIds } = ctx.actor;
  const funds = await fundNames(ctx.tx, fundIds);
  return {
    name,
    role,
    roleLabel: ROLE_LABELS[role],
    fund: funds.length > 1 ? `${funds.length} caisses` : (funds[0] ?? "Toutes les caisses"),
    mayFindDoctors: can(ctx.actor, "doctor.read"),
  };
}
