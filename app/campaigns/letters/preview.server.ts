import type { Context } from "~/access/context";
import { dayOf } from "~/calendar/day";
import { specialtyName } from "~/doctors/specialty-name";
import { notFound } from "~/errors";
import { listName } from "~/format/names";
import { letterDoctorsOf } from "~db/queries/letter-doctors";
import { worstDoctors } from "~db/queries/worst-cases";
import type { LetterValues } from "./fields";
import { pageLinks } from "./signed-link";
import { type LetterDoctor, termsOn, valuesOf } from "./values";
import { EXAMPLE, FICTITIOUS, WORST_CASE_LABELS, WORST_CASES } from "./worst-cases";

/** Somebody a letter is shown for. */
export interface Example {
  readonly key: string;
  /** A doctor of the fund; null for a fictitious one. */
  readonly doctorId: number | null;
  readonly name: string;
  /** What makes this case worth a look; null for a doctor who was chosen. */
  readonly why: string | null;
  readonly values: LetterValues;
}

/** Links of a preview lead nowhere: only a letter that left has a recipient to sign for. */
const NOWHERE = pageLinks("https://tandem.invalid", "apercu");

/** The fictitious doctor, then the five worst cases, found in the fund when it has them. */
export async function examplesFor(ctx: Context, fund: string): Promise<Example[]> {
  const found = await worstDoctors(ctx.tx);
  const doctors = await doctorsOf(ctx, [...found.values()]);
  const terms = termsOn(dayOf(ctx.now));
  const ours = (doctor: LetterDoctor) => (doctor.fund === EXAMPLE.fund ? { ...doctor, fund } : doctor);
  const worst = WORST_CASES.map((key): Example => {
    const doctorId = found.get(key) ?? null;
    const doctor = doctorId === null ? undefined : doctors.get(doctorId);
    const shown = doctor ?? ours(FICTITIOUS[key]);
    return {
      key,
      doctorId: doctor ? doctorId : null,
      name: nameOf(shown),
      why: `${WORST_CASE_LABELS[key]}${doctor ? "" : " (fictif)"}`,
      values: valuesOf(shown, NOWHERE, terms),
    };
  });
  return [fictitiousExample(ctx, fund), ...worst];
}

/** Whom a letter is shown for until a doctor is chosen. */
export function fictitiousExample(ctx: Context, fund: string): Example {
  const values = valuesOf({ ...EXAMPLE, fund }, NOWHERE, termsOn(dayOf(ctx.now)));
  return { key: "example", doctorId: null, name: nameOf(EXAMPLE), why: "Médecin fictif", values };
}

/** One doctor of the fund, to see the letter they would receive. */
export async function exampleOf(ctx: Context, doctorId: number | undefined): Promise<Example> {
  const example = doctorId === undefined ? null : await exampleIfSeen(ctx, doctorId);
  if (!example) throw notFound("Médecin");
  return example;
}

/** Null once the doctor is no longer there, or no longer ours to see. */
export async function exampleIfSeen(ctx: Context, doctorId: number): Promise<Example | null> {
  const doctor = (await doctorsOf(ctx, [doctorId])).get(doctorId);
  if (!doctor) return null;
  const values = valuesOf(doctor, NOWHERE, termsOn(dayOf(ctx.now)));
  return { key: `doctor-${doctorId}`, doctorId, name: nameOf(doctor), why: null, values };
}

async function doctorsOf(ctx: Context, ids: readonly number[]): Promise<Map<number, LetterDoctor>> {
  const rows = await letterDoctorsOf(ctx.tx, ids);
  return new Map(
    [...rows].map(([id, row]) => [
      id,
      {
        lastName: row.last_name,
        firstName: row.first_name,
        title: row.title,
        specialty: specialtyName(row),
        isGp: row.is_gp,
        town: row.town,
        practice: row.practice,
        fund: row.fund,
        delegate: row.delegate,
        patients: row.patients,
        zone: row.zone,
        verdict: row.verdict,
        signedOn: row.signed_on,
      },
    ]),
  );
}

function nameOf({ lastName, firstName }: LetterDoctor): string {
  return listName({ lastName, firstName });
}
