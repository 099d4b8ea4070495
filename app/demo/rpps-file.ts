import type { Region } from "./region";
import { RPPS_HEADER } from "./rpps-columns";
import { doctorLines } from "./rpps-doctor";
import { nastyLines } from "./rpps-nasty";
import { otherDoctorLines, otherProfessionLines } from "./rpps-noise";

export type RppsMix = {
  /** Lines of other professions, as a share of all lines. */
  otherProfessions: number;
  /** Salaried doctors, replacements and the retired, for one liberal doctor. */
  otherDoctors: number;
  /** A dozen damaged lines, spread over the file. */
  damaged: boolean;
};

/** Enough strangers in the file for its filter to be seen at work. */
export const DEMO_MIX: RppsMix = { otherProfessions: 0.35, otherDoctors: 0.15, damaged: true };

/** The whole "Personne_activite" file, header first, a line at a time. */
export function* rppsFile(region: Region, mix: RppsMix = DEMO_MIX): Generator<string> {
  yield RPPS_HEADER;
  yield* rppsLinesOf(region, mix);
}

export function* rppsLinesOf(region: Region, mix: RppsMix): Generator<string> {
  const strangers = new Map(region.departments.map((department) => [department, strangersOf(region, department)]));
  const damaged = mix.damaged ? nastyLines(region) : [];
  const gap = Math.floor(region.doctors.length / (damaged.length + 1));
  const perLine = mix.otherProfessions / (1 - mix.otherProfessions);
  let owedLines = 0;
  let owedDoctors = 0;
  for (const [index, doctor] of region.doctors.entries()) {
    const { professions, doctors } = strangers.get(doctor.department)!;
    const lines = doctorLines(region, doctor);
    for (owedDoctors += mix.otherDoctors; owedDoctors >= 1; owedDoctors--) lines.push(...doctors.next().value);
    yield* lines;
    for (owedLines += lines.length * perLine; owedLines >= 1; owedLines--) yield professions.next().value;
    const planted = gap > 0 && index % gap === gap - 1 ? damaged[(index + 1) / gap - 1] : undefined;
    if (planted) yield planted;
  }
}

function strangersOf(region: Region, department: string) {
  return { professions: otherProfessionLines(region, department), doctors: otherDoctorLines(region, department) };
}
