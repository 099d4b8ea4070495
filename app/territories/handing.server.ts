import type { Context } from "~/access/context";
import { fundsWithDoctorsAway, handCommune, moveDoctorsToTheirSectors } from "~db/queries/sectors";

export interface CommuneHanded {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Communes that change sector, and their doctors with them; one drawn anew since is left alone and not among those given. */
export async function handCommunes(
  ctx: Context,
  fundId: number,
  communes: readonly CommuneHanded[],
): Promise<{ given: string[]; doctors: number }> {
  const given: string[] = [];
  for (const commune of communes) if (await handCommune(ctx.tx, fundId, commune)) given.push(commune.code);
  return { given, doctors: await moveDoctorsToTheirSectors(ctx.tx, fundId, ctx.now) };
}

/** Funds with doctors who stayed behind for a visit. */
export async function fundsToSettle({ tx }: Context): Promise<number[]> {
  return fundsWithDoctorsAway(tx);
}

/** Those whose visit is over join the sector of their practice. */
export async function settleDoctors(ctx: Context, fundId: number): Promise<number> {
  return moveDoctorsToTheirSectors(ctx.tx, fundId, ctx.now);
}
