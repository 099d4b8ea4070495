import fc from "fast-check";
import type { FactsRow } from "~/doctors/facts-of";
import { SKILL_CODES } from "~/doctors/specialty-tables";
import { COORDINATED_PRACTICES, OPTAM_VARIANTS, SECTORS, ZONES } from "~/eligibility/doctor-facts";
import { ELSEWHERE, HERE, type TestDatabase } from "../../support/database";

/** The day of judgement: NOON of the tests. */
export const TODAY = "2026-11-24";

/** A doctor whom chance made, as the tables keep one. */
export interface Somebody extends Omit<FactsRow, "zone"> {
  readonly fund_id: number;
  readonly commune_code: string | null;
  readonly practice_key: string | null;
  readonly contacted_on: string | null;
  /** Some doctors have no row of facts at all. */
  readonly hasFacts: boolean;
}

export const FUND_IDS = [HERE, ELSEWHERE, 531];

/** One commune a class, one whose class has ended and one whose class is still to come, and one of no class. */
const COMMUNES = [...ZONES, "ENDED", "COMING", "CHANGED", "UNKNOWN"] as const;

export function zoneOf(commune: string | null): string | null {
  if (commune === "CHANGED") return "ZIP";
  return ZONES.find((zone) => zone === commune) ?? null;
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2, nil: null });
/** On the lines, beside them, and anywhere: 775 patients, and the steps of the priority. */
const patients = fc.oneof(
  fc.constantFrom(0, 499, 500, 501, 624, 625, 626, 774, 775, 776, 1044, 1045, 1075, 1499, 1500, 1501, 20_000),
  fc.integer({ min: 625, max: 1_075 }),
  fc.integer({ min: 0, max: 2_500 }),
);
const days = fc.oneof(
  fc.constantFrom(TODAY, "2026-11-25", "2026-05-28", "2026-05-27", "2026-05-29", "2020-01-01"),
  fc
    .integer({ min: 0, max: 200 })
    .map((ago) => new Date(Date.parse(TODAY) - ago * 86_400_000).toISOString().slice(0, 10)),
);
const truth = maybe(fc.boolean());
/** General practice more often: most of the rules are about it. */
const specialty = fc.oneof(
  { weight: 5, arbitrary: fc.constant("general-practice") },
  {
    weight: 3,
    arbitrary: fc.constantFrom("surgery", "ent", "gynaecology", "radiology", "anaesthesia", "maxillofacial-surgery"),
  },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(SKILL_CODES), "other") },
);

const somebody: fc.Arbitrary<Somebody> = fc.record({
  fund_id: fc.constantFrom(...FUND_IDS),
  specialty,
  commune_code: maybe(fc.constantFrom(...COMMUNES)),
  practice_key: maybe(fc.integer({ min: 1, max: 60 }).map((rank) => `practice ${rank}`)),
  hasFacts: fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0),
  fee_sector: maybe(fc.constantFrom(...SECTORS)),
  optam: truth,
  optam_variant: maybe(fc.constantFrom(...OPTAM_VARIANTS)),
  mt_adult: maybe(patients),
  mt_total: maybe(patients),
  active_count: maybe(patients),
  group_practice: truth,
  coordinated: maybe(fc.constantFrom(...COORDINATED_PRACTICES)),
  newly_settled: truth,
  special_practice: truth,
  mixed_practice: truth,
  replacement: truth,
  adapted_contract: truth,
  clinical_share_pm: maybe(fc.oneof(fc.constantFrom(0, 799, 800, 801, 1000), fc.integer({ min: 0, max: 1000 }))),
  signed_on: fc.option(fc.constantFrom("2024-07-01", "2026-11-24"), { freq: 5, nil: null }),
  contacted_on: maybe(days),
});

export function aCrowd(size: number, seed: number): Somebody[] {
  return fc.sample(somebody, { numRuns: size, seed });
}

/** Puts the crowd down, in one go; the rank in the list becomes the RPPS number. */
export async function settle({ pool }: TestDatabase, crowd: readonly Somebody[]): Promise<void> {
  await pool.query(
    `insert into commune_zone (fund_id, commune_code, zone, from_on, to_on, source)
     select f, c.code, c.zone, c.from_on::date, c.to_on::date, 'Arrêté' from unnest($1::integer[]) f, (values
       ('ZIP', 'ZIP', '2022-01-01', null), ('ZAC', 'ZAC', '2022-01-01', null), ('ZV', 'ZV', '2026-11-24', null),
       ('HZ', 'HZ', '2022-01-01', '2026-11-25'), ('ENDED', 'ZIP', '2020-01-01', '2026-11-24'),
       ('COMING', 'ZIP', '2026-11-25', null), ('CHANGED', 'ZAC', '2020-01-01', '2026-11-24'),
       ('CHANGED', 'ZIP', '2026-11-24', null)) as c(code, zone, from_on, to_on)`,
    [FUND_IDS],
  );
  const rows = crowd.map((each, rank) => ({
    ...each,
    rpps: String(rank),
    is_gp: each.specialty === "general-practice",
  }));
  await pool.query(
    `with given as materialized (select * from jsonb_array_elements($1::jsonb) as t(g)), person as (
       insert into doctor (fund_id, rpps, last_name, first_name, specialty, specialty_label, is_gp, commune_code, practice_key, search,
         sort_name, identity_hash, source, source_on, first_seen_on)
       select (g->>'fund_id')::integer, g->>'rpps', 'N' || (g->>'rpps'), 'P', g->>'specialty', g->>'specialty', (g->>'is_gp')::boolean,
         g->>'commune_code', g->>'practice_key', '', '', '', 'RPPS', '2026-11-01', '2026-11-01' from given
       returning id, fund_id, rpps
     )
     insert into doctor_facts (doctor_id, fund_id, fee_sector, optam, optam_variant, mt_adult, mt_total, active_count, group_practice,
       coordinated, newly_settled, special_practice, mixed_practice, replacement, adapted_contract, clinical_share_pm, signed_on, contacted_on)
     select p.id, p.fund_id, r.fee_sector, r.optam, r.optam_variant, r.mt_adult, r.mt_total, r.active_count, r.group_practice,
       r.coordinated, r.newly_settled, r.special_practice, r.mixed_practice, r.replacement, r.adapted_contract, r.clinical_share_pm,
       r.signed_on, r.contacted_on
     from person p join given on g->>'rpps' = p.rpps
     cross join lateral jsonb_populate_record(null::doctor_facts, g) r where (g->>'hasFacts')::boolean`,
    [JSON.stringify(rows)],
  );
}
