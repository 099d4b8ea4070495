import type { Column } from "../header";
import type { Shape } from "./shape";

export type ZoningField =
  | "communeCode"
  | "communeName"
  | "tvsCode"
  | "tvsName"
  | "qpvCode"
  | "zone"
  | "decidedOn"
  | "majority";

type ZoningColumns = Readonly<Partial<Record<ZoningField, Column>>>;

function zoning(variant: string, signature: readonly string[], columns: ZoningColumns): Shape {
  return {
    kind: "zonage",
    variant,
    columns,
    fits: (keys) => signature.every((key) => keys.has(key)),
    strict: false,
  };
}

/** The same word means a code in one file and a name in another (TVS): each shape has its own table. Telling ones first. */
export const ZONING_SHAPES: readonly Shape[] = [
  zoning("drees-communes", ["depcom", "zonageregional"], {
    communeCode: { name: "depcom", must: true },
    communeName: { name: "libcom" },
    tvsCode: { name: "TVS" },
    tvsName: { name: "TVS_libelle" },
    majority: { name: "region_majoritaire" },
    zone: { name: "zonage_regional", must: true },
  }),
  zoning("drees-tvs", ["tvs", "zonageregional"], {
    tvsCode: { name: "TVS", must: true },
    tvsName: { name: "TVS_libelle" },
    majority: { name: "region_majoritaire" },
    decidedOn: { name: "date_enregistrement" },
    zone: { name: "zonage_regional", must: true },
  }),
  zoning("cartosante", ["zonagemg"], {
    communeCode: { name: "Code", also: ["Code commune", "Code INSEE"], must: true },
    communeName: { name: "Libellé", also: ["Commune"] },
    zone: { name: "Zonage_MG", must: true },
  }),
  zoning("arrete-qpv", ["codeduquartierprioritaire"], {
    qpvCode: { name: "Code du quartier prioritaire", must: true },
    communeCode: { name: "Code commune", must: true },
    communeName: { name: "Commune" },
    tvsCode: { name: "Code TVS" },
    tvsName: { name: "Libellé TVS", also: ["TVS"] },
    zone: { name: "Qualification attribuée au QPV par l'arrêté régional", also: ["Zonage ARS"], must: true },
    decidedOn: { name: "Date arrêté", also: ["Date de l'arrêté"] },
  }),
  zoning("arrete-qpv-liste", ["codeqpv", "zonageannee"], {
    qpvCode: { name: "Code QPV", must: true },
    communeCode: { name: "Code INSEE", also: ["Code commune"], must: true },
    communeName: { name: "Commune" },
    tvsCode: { name: "TVS", also: ["Code TVS"] },
    zone: { name: "Zonage année", must: true },
    decidedOn: { name: "Date arrêté", also: ["Date de l'arrêté"] },
  }),
  zoning("arrete-communes", ["zonagears", "codecommune"], {
    communeCode: { name: "Code commune", also: ["Code INSEE"], must: true },
    communeName: { name: "Commune" },
    tvsCode: { name: "Code TVS" },
    tvsName: { name: "TVS", also: ["Libellé TVS"] },
    zone: { name: "Zonage ARS", must: true },
    decidedOn: { name: "Date arrêté", also: ["Date de l'arrêté"] },
  }),
  zoning("arrete-tvs", ["zonagears", "codetvs"], {
    tvsCode: { name: "Code TVS", must: true },
    tvsName: { name: "Libellé TVS", also: ["TVS"] },
    zone: { name: "Zonage ARS", must: true },
    decidedOn: { name: "Date arrêté", also: ["Date de l'arrêté"] },
  }),
];
