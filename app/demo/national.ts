import { AMELI_HEADER } from "./ameli-columns";
import { ameliLinesOf } from "./ameli-file";
import { laterEdition } from "./edition";
import { EMAIL_HEADER, emailLinesOf } from "./email-file";
import type { Ground } from "./ground";
import { PATIENT_COUNT_HEADER, patientCountLinesOf } from "./patient-count-file";
import { countryByDepartment, type Region } from "./region";
import { RPPS_HEADER } from "./rpps-columns";
import { type RppsMix, rppsLinesOf } from "./rpps-file";
import { otherProfessionLines } from "./rpps-noise";
import { NATIONAL, VOLUMES } from "./volumes";
import { zoningFile } from "./zoning-file";

/** One doctor line in six, and as many doctors without a liberal practice as with one. */
const NATIONAL_MIX: RppsMix = {
  otherProfessions: 1 - NATIONAL.doctorLines / NATIONAL.lines,
  otherDoctors: 0.97,
  damaged: false,
};

/** Where the numbers of the people who fill the file up begin: the last département never gets so far by itself. */
const FIRST_FILLING = 10_000;

type NationalFiles = {
  rpps(): Iterable<string>;
  ameli(): Iterable<string>;
  zoning(): Iterable<string>;
  patientCounts(): Iterable<string>;
  emails(): Iterable<string>;
};

/** Every file for the 101 départements, made line by line as it is read. */
export function nationalFiles(ground: Ground, seed: string, today: string): NationalFiles {
  const country = () => countryByDepartment(ground, seed, today, 1);
  return {
    rpps: () => rppsLines({ ground, seed, today, lines: NATIONAL.lines }),
    ameli: () => file(AMELI_HEADER, country(), ameliLinesOf),
    zoning: () => zoningFile({ ground, seed, departments: VOLUMES.map((volume) => volume.department) }),
    patientCounts: () => file(PATIENT_COUNT_HEADER, country(), patientCountLinesOf),
    emails: () => file(EMAIL_HEADER, country(), emailLinesOf),
  };
}

type RppsOrder = {
  ground: Ground;
  seed: string;
  today: string;
  /** Lines after the header; the country at a smaller scale under 2.2 million. */
  lines: number;
  /** The second edition is the first some weeks later: 2 % of the doctors changed. */
  edition?: 1 | 2;
};

/** The RPPS file of the country, of exactly the length asked for, header not counted. */
export function* rppsLines({ ground, seed, today, lines, edition = 1 }: RppsOrder): Generator<string> {
  yield RPPS_HEADER;
  let written = 0;
  let last: Region | undefined;
  const country = countryByDepartment(ground, seed, today, Math.min(1, lines / NATIONAL.lines));
  for (const region of country) {
    for (const line of rppsLinesOf(edition === 2 ? laterEdition(region) : region, NATIONAL_MIX)) {
      if (written++ >= lines) return;
      yield line;
    }
    last = region;
  }
  if (!last) return;
  const filling = otherProfessionLines(last, last.departments[0]!, FIRST_FILLING);
  while (written++ < lines) yield filling.next().value;
}

function* file(
  header: string,
  country: Iterable<Region>,
  linesOf: (region: Region) => Iterable<string>,
): Generator<string> {
  yield header;
  for (const region of country) yield* linesOf(region);
}
