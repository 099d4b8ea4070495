import type { Context } from "~/access/context";
import { writingTo } from "~/doctors/opt-outs.server";
import { isSuppressed } from "~db/queries/simulation-letters";

export type Reach = { readonly to: string } | { readonly why: string };

/** Where ordinary letters reach this doctor, unless they objected or their address sends letters back. */
export async function reachOf(ctx: Context, doctorId: number): Promise<Reach> {
  const writing = await writingTo(ctx, doctorId);
  if (!writing.may) return { why: writing.why };
  return (await isSuppressed(ctx.tx, writing.to))
    ? { why: "Les courriels envoyés à cette adresse reviennent." }
    : { to: writing.to };
}
