import { bandFromCount } from "~/aids/percentiles";
import { simulate } from "~/aids/simulate";
import type { Day } from "~/calendar/day";
import type { PercentileBand, Zone } from "~/eligibility/doctor-facts";
import { ZONE_LABELS } from "~/eligibility/labels";
import { versionOn } from "~/eligibility/versions";
import { wholeEuros } from "~/format/euros";
import { politeName, properCase } from "~/format/names";
import { number } from "~/format/numbers";
import { NO_BREAK } from "~/format/typography";
import type { AidOption } from "./block";
import { AMOUNTS, type LetterValues, type ValueName } from "./fields";
import type { PageLinks } from "./signed-link";

/** What the tables know of a doctor, as a letter needs it. */
export interface LetterDoctor {
  readonly lastName: string;
  readonly firstName: string;
  readonly title: string | null;
  /** As people say it: « Médecine générale ». */
  readonly specialty: string;
  readonly isGp: boolean;
  readonly town: string | null;
  readonly practice: string | null;
  readonly fund: string;
  readonly delegate: string | null;
  readonly patients: number | null;
  readonly zone: string | null;
  readonly verdict: string | null;
  readonly signedOn: Day | null;
}

type Amounts = Readonly<Record<(typeof AMOUNTS)[AidOption][number], string | null>>;

/** What one day's texts say, computed once for a whole campaign. */
export interface Terms {
  readonly threshold: number;
  readonly amountsOf: (patients: number | null) => Amounts;
}

export function termsOn(day: Day): Terms {
  const version = versionOn(day, "INDIVIDUAL")!;
  const byBand = new Map<PercentileBand | null, Amounts>();
  return {
    threshold: version.patientsMT.value.minimum,
    amountsOf(patients) {
      const band = bandFromCount(patients, version.id);
      const known = byBand.get(band) ?? amounts(day, band);
      byBand.set(band, known);
      return known;
    },
  };
}

/** Amounts are promised to nobody whom the rules exclude, nor to who already has the aid. */
export function valuesOf(doctor: LetterDoctor, links: PageLinks, terms: Terms): LetterValues {
  const [lastName, firstName] = [properCase(doctor.lastName), properCase(doctor.firstName)];
  const isOpen = doctor.verdict !== "no" && doctor.signedOn === null;
  const counted = doctor.isGp ? doctor.patients : null;
  return {
    doctor: politeName({ lastName, firstName }, doctor.title === "PR" ? "Pr" : "Dr"),
    firstName,
    lastName,
    specialty: inSentence(doctor.specialty),
    town: filled(doctor.town),
    practice: filled(doctor.practice),
    fund: doctor.fund,
    delegate: filled(doctor.delegate),
    patients: counted === null ? null : number(counted),
    missing: counted === null || counted >= terms.threshold ? null : number(terms.threshold - counted),
    zone: ZONE_LABELS[doctor.zone as Zone] ?? null,
    ...(isOpen ? terms.amountsOf(counted) : NO_AMOUNTS),
    ...links,
  };
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : properCase(text);
}

/** « Médecine générale » → « médecine générale », but « ORL ». */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase("fr") + label.slice(1) : label;
}

const NO_AMOUNTS = Object.fromEntries(
  Object.values(AMOUNTS).flatMap((names) => names.map((name) => [name, null])),
) as Amounts;

function amounts(signedOn: Day, band: PercentileBand | null): Amounts {
  const values: Partial<Record<ValueName, string | null>> = {};
  for (const option of ["0.5", "1"] as const) {
    const { years, totalMinCents, totalMaxCents, ceilingFromYear } = simulate({ signedOn, option, band });
    const [year1, year2, later, total] = AMOUNTS[option];
    const isCeiling = ceilingFromYear !== null;
    values[year1] = amount(years[0]!.minCents, years[0]!.maxCents, false);
    values[year2] = amount(years[1]!.minCents, years[1]!.maxCents, false);
    values[later] = amount(years[2]!.minCents, years[2]!.maxCents, isCeiling);
    values[total] = amount(totalMinCents, totalMaxCents, isCeiling);
  }
  return values as Amounts;
}

/** A ceiling reads as one, a range as what the doctor's patients decide. */
function amount(min: number | null, max: number | null, isCeiling: boolean): string | null {
  if (min === null || max === null) return null;
  if (min === max) return isCeiling ? `jusqu'à ${wholeEuros(max)}` : wholeEuros(max);
  const range = `${wholeEuros(min).replace(`${NO_BREAK}€`, "")} à ${wholeEuros(max)}`;
  return isCeiling ? `${range} au plus` : range;
}
