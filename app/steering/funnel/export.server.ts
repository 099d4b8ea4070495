import type { Context } from "~/access/context";
import type { Export } from "~/files/export";
import type { StageFigures } from "~/funnel/figures";
import { PLACE_LABELS, placesShown } from "~/funnel/place";
import { funnelSearch } from "./funnel.form";
import { funnelPage } from "./funnel.server";
import type { Wanted } from "./selection";
import { readingOf } from "./wording";

type Row = StageFigures & { readonly who: string };

/** The table of the funnel, one selection under the other; what the page hides is not in it. */
export const funnelExport: Export<Wanted, Row, never> = {
  permission: "steering.read",
  title: "Entonnoir",
  source: "Étapes des médecins, comptées dans Tandem d'après les courriels, visites, simulations et contrats",
  read: (query) => funnelSearch.parse(query),
  filters: async (ctx, asked) => {
    const { wanted, span, columns, opensRows } = await funnelPage(ctx, asked);
    return [
      ["Médecins", columns.map(({ name }) => name).join(" ; ")],
      ["Lecture", readingOf(wanted, span, !opensRows)],
    ];
  },
  count: async (ctx, asked) => (await rowsOf(ctx, asked)).length,
  page: async (ctx, asked) => ({ rows: await rowsOf(ctx, asked), next: null }),
  columns: [
    { header: "Médecins de", kind: "text", value: ({ who }) => who },
    { header: "Étape", kind: "text", value: ({ place }) => PLACE_LABELS[place] },
    { header: "Médecins", kind: "number", value: ({ doctors }) => doctors ?? "non connu" },
    { header: "Conversion (%)", kind: "number", value: ({ conversion, place }) => percentOf(conversion, place) },
    { header: "Dont perdus", kind: "number", value: ({ lost }) => lost },
    { header: "Délai médian (jours)", kind: "number", value: ({ delay }) => delay?.days ?? null },
  ],
};

async function rowsOf(ctx: Context, asked: Wanted): Promise<Row[]> {
  const { columns } = await funnelPage(ctx, asked);
  const shown = columns.filter(({ figures }) => figures !== null);
  const places = placesShown(shown);
  return shown.flatMap(({ name, figures }) =>
    figures!.filter(({ place }) => places.includes(place)).map((row) => ({ ...row, who: name })),
  );
}

function percentOf(conversion: number | null, place: Row["place"]): number | null {
  return conversion === null || place === "target" ? null : Math.round(conversion * 1_000) / 10;
}
