import type { Tx } from "../connection";

export function doctorOfFunnel(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("doctor as d")
    .leftJoin("doctor_stage as st", "st.doctor_id", "d.id")
    .select(["d.id", "d.fund_id", "d.last_name", "d.first_name", "d.specialty", "d.specialty_label", "d.town"])
    .select(["st.stage", "st.lost_at", "st.lost_reason"])
    .where("d.id", "=", doctorId)
    .executeTakeFirst();
}

/** Every move of a doctor, newest first, with who told it. */
export function movesOf(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("funnel_move as m")
    .leftJoin("account as a", "a.id", "m.account_id")
    .select(["m.id", "m.from_stage", "m.to_stage", "m.cause", "m.reason", "m.at", "a.name as by"])
    .where("m.doctor_id", "=", doctorId)
    .orderBy("m.id", "desc")
    .limit(200)
    .execute();
}

/** The last move, and the one it stood on. */
export function lastMoves(tx: Tx, doctorId: number) {
  return tx
    .selectFrom("funnel_move")
    .select(["id", "from_stage", "to_stage", "cause", "reason", "at"])
    .where("doctor_id", "=", doctorId)
    .orderBy("id", "desc")
    .limit(2)
    .execute();
}
