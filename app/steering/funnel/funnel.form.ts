import { z } from "zod";
import { isDay } from "~/calendar/day";
import { FAMILY_LABELS, type SpecialtyFamily } from "~/doctors/specialty";
import { PLACES } from "~/funnel/place";
import { VIEWS, type Wanted, ZONE_GROUPS } from "./selection";

const families = ["generalistes", "specialistes", ...(Object.keys(FAMILY_LABELS) as SpecialtyFamily[])] as const;
const id = z.coerce.number().int().min(1).max(2_147_483_647).nullable().catch(null).default(null);
/** Several sectors are a team: « 3,8 ». */
const ids = z
  .string()
  .catch("")
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map(Number)
      .filter((each) => Number.isInteger(each) && each > 0)
      .slice(0, 50),
  );
const day = z.string().refine(isDay).nullable().catch(null).default(null);
const zone = z.enum(ZONE_GROUPS).nullable().catch(null).default(null);
const specialty = z.enum(families).nullable().catch(null).default(null);

const asked = z.object({
  caisse: id,
  secteurs: ids,
  zone,
  specialite: specialty,
  vue: z.enum(VIEWS).catch("photo").default("photo"),
  du: day,
  jusquau: day,
  au: day,
  comparer: z
    .literal("1")
    .optional()
    .catch(undefined)
    .transform((value) => value === "1"),
  b_caisse: id,
  b_secteurs: ids,
  b_zone: zone,
  b_specialite: specialty,
});

function wantedOf(given: z.output<typeof asked>): Wanted {
  const { caisse, secteurs, zone, specialite, b_caisse, b_secteurs, b_zone, b_specialite, ...rest } = given;
  return {
    ...rest,
    first: { caisse, secteurs, zone, specialite },
    second: { caisse: b_caisse, secteurs: b_secteurs, zone: b_zone, specialite: b_specialite },
  };
}

/** The address of the funnel. What makes no sense is as if it were not there. */
export const funnelSearch = asked.transform(wantedOf);

/** The address of the doctors behind one of its figures. */
export const cellSearch = asked
  .extend({
    etape: z.enum(PLACES).nullable().catch(null).default(null),
    motif: z.string().max(200).nullable().catch(null).default(null),
    apres: z.string().max(300).nullable().catch(null).default(null),
  })
  .transform(({ etape, motif, apres, ...rest }) => ({
    wanted: wantedOf(rest),
    place: etape,
    reason: motif,
    after: apres,
  }));

export type CellAsk = z.output<typeof cellSearch>;
