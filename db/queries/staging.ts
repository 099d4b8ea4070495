import type { AmeliRow } from "~/imports/ameli/row";
import type { EmailRow } from "~/imports/emails";
import type { PatientCountRow } from "~/imports/patient-counts";
import type { RppsRow } from "~/imports/rpps/row";
import type { Tx } from "../connection";
import { type Cell, copyInto } from "../copy";

/** A row and what intake adds before it is stored: the folded forms that SQL compares and searches. */
export interface RppsForStage {
  readonly row: RppsRow;
  readonly family: string | null;
  readonly nameWords: string;
  readonly sortName: string;
  readonly isPractice: boolean;
}

const RPPS_COLUMNS = (
  "import_id line rpps last_name first_name civility title category skill_type skill_code skill_label mode activity_sector " +
  "activity_sector_label role genre siret finess structure_id structure_name address address_extra postcode commune_code town " +
  "phone phone2 email practice_key family name_words sort_name is_practice"
).split(" ");

export function stageRpps(tx: Tx, importId: string, rows: readonly RppsForStage[]): Promise<number> {
  return copyInto(
    tx,
    "stage_rpps",
    RPPS_COLUMNS,
    mapped(rows, (staged) => rppsCells(importId, staged)),
  );
}

/** One plain list: it is made for every doctor's line of the country. */
function rppsCells(importId: string, staged: RppsForStage): Cell[] {
  const r = staged.row;
  // biome-ignore format: in the order of RPPS_COLUMNS, line by line
  return [
    importId, r.line, r.rpps, r.lastName, r.firstName, r.civility, r.title, r.category, r.skillType, r.skillCode, r.skillLabel, r.mode,
    r.activitySector, r.activitySectorLabel, r.role, r.genre, r.siret, r.finess, r.structureId, r.structureName, r.addressLine,
    r.addressExtra, r.postcode, r.communeCode, r.town, r.phone, r.phone2, r.email, r.practiceKey, staged.family, staged.nameWords,
    staged.sortName, staged.isPractice,
  ];
}

const AMELI_COLUMNS = (
  "import_id line ameli_key last_name first_name civility folded_name folded_town specialty_code specialty_label family address " +
  "address_extra postcode town phone fee_sector permanent_overrun fee_scheme exercise_nature"
).split(" ");

export function stageAmeli(
  tx: Tx,
  importId: string,
  rows: readonly (AmeliRow & { foldedTown: string | null })[],
): Promise<number> {
  const cells = (r: AmeliRow & { foldedTown: string | null }): Cell[] => [
    ...[
      importId,
      r.line,
      r.ameliKey,
      r.lastName,
      r.firstName,
      r.civility,
      r.foldedName,
      r.foldedTown,
      r.specialtyCode,
      r.specialtyLabel,
    ],
    ...[
      r.family,
      r.addressLine,
      r.addressExtra,
      r.postcode,
      r.town,
      r.phone,
      r.feeSector,
      r.permanentOverrun,
      r.feeScheme,
      r.exerciseNature,
    ],
  ];
  return copyInto(tx, "stage_ameli", AMELI_COLUMNS, mapped(rows, cells));
}

export interface StagedZone {
  readonly line: number;
  readonly communeCode: string;
  readonly zone: string;
  readonly rawZone: string;
  readonly decidedOn: string | null;
}

export function stageZones(tx: Tx, importId: string, rows: readonly StagedZone[]): Promise<number> {
  const columns = ["import_id", "line", "commune_code", "zone", "raw_zone", "decided_on"];
  return copyInto(
    tx,
    "stage_zone",
    columns,
    mapped(rows, (r) => [importId, r.line, r.communeCode, r.zone, r.rawZone, r.decidedOn]),
  );
}

export function stagePatientCounts(tx: Tx, importId: string, rows: readonly PatientCountRow[]): Promise<number> {
  const columns = ["import_id", "line", "rpps", "measure", "value", "measured_on", "source"];
  return copyInto(
    tx,
    "stage_patient_count",
    columns,
    mapped(rows, (r) => [importId, r.line, r.rpps, r.measure, r.value, r.measuredOn, r.source]),
  );
}

export function stageEmails(tx: Tx, importId: string, rows: readonly EmailRow[]): Promise<number> {
  const columns = ["import_id", "line", "rpps", "address", "display", "kind", "source", "noted_on"];
  return copyInto(
    tx,
    "stage_email",
    columns,
    mapped(rows, (r) => [importId, r.line, r.rpps, r.address, r.displayAddress, r.kind, r.source, r.notedOn]),
  );
}

function* mapped<Row>(rows: readonly Row[], cells: (row: Row) => Cell[]): Generator<Cell[]> {
  for (const row of rows) yield cells(row);
}
