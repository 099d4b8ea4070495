import { sql } from "kysely";
import type { FeeChoice, SpecialtyChoice } from "~/segments/criteria";
import { among, amongNumbers, anyOf, between } from "./ranges";
import type { Condition, Conditions } from "./terms";

/** Who they are and where they practise. */
export const PRACTICE: Conditions<"zone" | "specialty" | "fee-sector" | "sector" | "fund" | "practice-size"> = {
  zone: {
    joins: null,
    condition: ({ is }) => {
      const known = is.filter((zone) => zone !== "unknown");
      return anyOf([known.length > 0 && among(sql`s.zone`, known), is.includes("unknown") && sql`s.zone is null`]);
    },
  },
  specialty: { joins: null, condition: ({ is }) => specialty(is) },
  "fee-sector": { joins: "f", condition: ({ is }) => anyOf(is.map((choice) => FEES[choice])) },
  sector: { joins: null, condition: ({ is }) => amongNumbers(sql`s.sector_id`, is) },
  fund: { joins: null, condition: ({ is }) => amongNumbers(sql`s.fund_id`, is) },
  "practice-size": {
    joins: "d",
    condition: (range) => sql`(d.fund_id, d.practice_key) in (
      select c.fund_id, c.practice_key from doctor c where c.gone_on is null and c.practice_key is not null
      group by 1, 2 having ${between(sql`count(*)`, range)})`,
  },
};

function specialty(is: readonly SpecialtyChoice[]): Condition {
  const families = is.filter((choice) => choice !== "specialists" && choice !== "general-practice");
  return anyOf([
    is.includes("general-practice") && sql`s.is_gp`,
    is.includes("specialists") && sql`not s.is_gp`,
    families.length > 0 && among(sql`s.specialty`, families),
  ]);
}

/** Belonging to the Optam is known by itself, or by the option that was told. */
const HAS_OPTAM = sql`coalesce(f.optam, f.optam_variant is not null or null)`;

const FEES: Readonly<Record<FeeChoice, Condition>> = {
  "1": sql`f.fee_sector = '1'`,
  "2": sql`f.fee_sector = '2'`,
  "2-optam": sql`(f.fee_sector = '2' and ${HAS_OPTAM})`,
  "2-no-optam": sql`(f.fee_sector = '2' and not ${HAS_OPTAM})`,
  "3": sql`f.fee_sector = '3'`,
};
