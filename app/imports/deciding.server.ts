import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { conflict, notFound } from "~/errors";
import { listName } from "~/format/names";
import {
  decideDoubt,
  doctorsByIds,
  doubtById,
  openDoubtCount,
  openDoubts,
  reopenDoubt,
  takeFeesFromLine,
} from "~db/queries/matches";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import type { ScoredCandidate } from "./matching";

const SHOWN = 20;

interface DoubtLine {
  readonly last_name: string;
  readonly first_name: string | null;
  readonly specialty_label: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
}

/** The next lines a person must settle, each beside the doctors it resembles. */
export async function doubtsToDecide(ctx: Context) {
  const doubts = await openDoubts(ctx.tx, SHOWN);
  const candidates = doubts.map((doubt) => doubt.candidates as ScoredCandidate[]);
  const doctors = new Map(
    (
      await doctorsByIds(
        ctx.tx,
        candidates.flat().map((each) => each.doctorId),
      )
    ).map((doctor) => [doctor.id, doctor]),
  );
  return {
    total: await openDoubtCount(ctx.tx),
    doubts: doubts.map((doubt, at) => ({
      id: doubt.id,
      line: shownLine(doubt.line as DoubtLine),
      candidates: candidates[at]!.flatMap(({ doctorId, score, reasons }) => {
        const doctor = doctors.get(doctorId);
        return doctor ? [{ doctorId, score, reasons, name: listName(named(doctor)), about: aboutDoctor(doctor) }] : [];
      }),
    })),
  };
}

/** The person's answer, remembered for every later edition of the file. */
export async function decideMatch(ctx: Context, doubtId: number, doctorId: number | null): Promise<void> {
  const doubt = await doubtById(ctx.tx, doubtId);
  if (!doubt) throw notFound("Rapprochement");
  const proposed = (doubt.candidates as ScoredCandidate[]).some((each) => each.doctorId === doctorId);
  if (doctorId !== null && !proposed) throw conflict("Ce médecin n'est pas proposé pour cette ligne.");
  if (!(await decideDoubt(ctx.tx, doubtId, doctorId, ctx.actor.id)))
    throw conflict("Une autre personne vient de trancher ce rapprochement.");
  await takeFeesFromLine(ctx.tx, doubtId);
  if (doctorId !== null) await later(ctx, catalog.scoreDoctors, { doctorIds: [doctorId] });
  await record(ctx, "match.decided", { doubtId, doctorId });
}

export async function undecideMatch(ctx: Context, doubtId: number): Promise<void> {
  if (!(await reopenDoubt(ctx.tx, doubtId))) throw conflict("Ce rapprochement n'était pas tranché.");
}

function shownLine(line: DoubtLine) {
  const where = [line.address, line.postcode, line.town].filter(Boolean).join(" ");
  return {
    name: listName({ lastName: line.last_name, firstName: line.first_name ?? "" }),
    about: [line.specialty_label, where].filter(Boolean).join(", "),
  };
}

const named = (doctor: { last_name: string; first_name: string }) => ({
  lastName: doctor.last_name,
  firstName: doctor.first_name,
});

function aboutDoctor(doctor: {
  rpps: string;
  specialty_label: string;
  postcode: string | null;
  town: string | null;
}): string {
  return [doctor.specialty_label, [doctor.postcode, doctor.town].filter(Boolean).join(" "), `RPPS ${doctor.rpps}`]
    .filter(Boolean)
    .join(", ");
}
