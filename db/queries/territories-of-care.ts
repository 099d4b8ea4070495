import type { Tx } from "../connection";

/** The communes of each territoire de vie-santé. */
export function catchments(tx: Tx) {
  return tx
    .selectFrom("catchment")
    .select(["commune_code as communeCode", "commune_name as communeName", "tvs_code as tvsCode"])
    .execute();
}

export async function replaceCatchments(
  tx: Tx,
  communes: readonly { communeCode: string; communeName: string; tvsCode: string }[],
): Promise<void> {
  for (let at = 0; at < communes.length; at += 5_000) {
    await tx
      .insertInto("catchment")
      .values(
        communes
          .slice(at, at + 5_000)
          .map((each) => ({ tvs_code: each.tvsCode, commune_code: each.communeCode, commune_name: each.communeName })),
      )
      .onConflict((clash) =>
        clash
          .columns(["tvs_code", "commune_code"])
          .doUpdateSet({ commune_name: (eb) => eb.ref("excluded.commune_name") }),
      )
      .execute();
  }
}
