import { sql } from "kysely";
import type { StaffingOption } from "~/aids/options";
import type { Day } from "~/calendar/day";
import type { CompanyForm, ContractKind, ContractState, Employer } from "~/contracts/contract";
import type { KeptObjective } from "~/contracts/objective";
import type { PercentileBand } from "~/eligibility/doctor-facts";
import type { VersionId } from "~/eligibility/rule-version";
import type { Tx } from "../connection";

function sheets(tx: Tx) {
  return tx
    .selectFrom("contract as c")
    .innerJoin("fund", "fund.id", "c.fund_id")
    .leftJoin("doctor as d", "d.id", "c.doctor_id")
    .select(["c.id", "c.fund_id", "c.doctor_id", "c.company", "c.employer_name", "c.etp", "c.schedule", "c.renews"])
    .select(["c.opened_on", "c.signed_on", "c.hired_on", "c.starts_on", "c.ends_on", "c.revision"])
    .select(["c.mt_patients", "c.active_file", "c.newly_installed", "c.age_at_signature"])
    .select(["d.last_name", "d.first_name", "d.town", "d.is_gp", "fund.name as fund", "fund.zone as fund_zone"])
    .select([
      sql<ContractKind>`c.kind`.as("kind"),
      sql<ContractState>`c.state`.as("state"),
      sql<Employer>`c.employer`.as("employer"),
      sql<CompanyForm | null>`c.company_form`.as("company_form"),
      sql<StaffingOption | null>`c.option`.as("option"),
      sql<VersionId | null>`c.version`.as("version"),
      sql<PercentileBand | null>`c.band`.as("band"),
      sql<KeptObjective | null>`c.objective`.as("objective"),
    ]);
}

export type ContractSheet = NonNullable<Awaited<ReturnType<typeof contractById>>>;

export function contractById(tx: Tx, id: string) {
  return sheets(tx).where("c.id", "=", id).executeTakeFirst();
}

/** The contracts a doctor signed, and those of companies they joined, the latest first. */
export function contractsOfDoctor(tx: Tx, doctorId: number) {
  return sheets(tx)
    .where((c) =>
      c.or([
        c("c.doctor_id", "=", doctorId),
        c.exists(
          c
            .selectFrom("contract_member as m")
            .select("m.id")
            .whereRef("m.contract_id", "=", "c.id")
            .where("m.doctor_id", "=", doctorId),
        ),
      ]),
    )
    .orderBy("c.opened_on", "desc")
    .orderBy("c.id")
    .execute();
}

export function renewalsOf(tx: Tx, id: string) {
  return tx
    .selectFrom("contract")
    .select(["id", "state"])
    .where("renews", "=", id)
    .where("state", "<>", "abandoned")
    .execute();
}

export async function insertContract(
  tx: Tx,
  contract: {
    id: string;
    fundId: number;
    kind: ContractKind;
    doctorId: number | null;
    company: string | null;
    companyForm: CompanyForm | null;
    employer: Employer;
    employerName: string | null;
    option: StaffingOption | null;
    etp: number | null;
    openedOn: Day;
    renews: string | null;
    by: string;
  },
): Promise<void> {
  await tx
    .insertInto("contract")
    .values({
      id: contract.id,
      fund_id: contract.fundId,
      kind: contract.kind,
      doctor_id: contract.doctorId,
      company: contract.company,
      company_form: contract.companyForm,
      employer: contract.employer,
      employer_name: contract.employerName,
      option: contract.option,
      etp: contract.etp,
      state: "opened",
      opened_on: contract.openedOn,
      renews: contract.renews,
      opened_by: contract.by,
    })
    .execute();
}

export interface ContractChange {
  readonly state?: ContractState;
  readonly signed_on?: Day;
  readonly starts_on?: Day;
  readonly ends_on?: Day;
  readonly hired_on?: Day;
  readonly version?: VersionId;
  readonly schedule?: string;
  readonly band?: PercentileBand | null;
  readonly mt_patients?: number | null;
  readonly active_file?: number | null;
  readonly newly_installed?: boolean | null;
  readonly age_at_signature?: number | null;
  readonly objective?: string;
}

/** Moves a contract on from the revision that was read. False when somebody was faster. */
export async function changeContract(
  tx: Tx,
  { id, revision }: { id: string; revision: number },
  change: ContractChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("contract")
    .set({ ...change, revision: sql`revision + 1` })
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Contracts whose last day has passed and that nobody closed. */
export function contractsPastTheirEnd(tx: Tx, today: Day) {
  return tx
    .selectFrom("contract")
    .select(["id", "fund_id", "revision", "ends_on", sql<ContractState>`state`.as("state")])
    .where("state", "in", ["signed", "running", "suspended"])
    .where("ends_on", "<=", today)
    .orderBy("id")
    .limit(500)
    .execute();
}

export async function insertContractEvent(
  tx: Tx,
  event: {
    fundId: number;
    contractId: string;
    step: string;
    from: ContractState | null;
    to: ContractState;
    onDay: Day;
    payload: object;
    by: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto("contract_event")
    .values({
      fund_id: event.fundId,
      contract_id: event.contractId,
      step: event.step,
      from_state: event.from,
      to_state: event.to,
      on_day: event.onDay,
      payload: JSON.stringify(event.payload),
      account_id: event.by,
      at: event.at,
    })
    .execute();
}

export type ContractEvent = Awaited<ReturnType<typeof contractEvents>>[number];

/** The life of a contract, oldest first. */
export function contractEvents(tx: Tx, contractId: string) {
  return tx
    .selectFrom("contract_event as e")
    .leftJoin("account as a", "a.id", "e.account_id")
    .select(["e.id", "e.step", "e.on_day", "e.payload", "e.at", "a.name as by"])
    .select([sql<ContractState | null>`e.from_state`.as("from_state"), sql<ContractState>`e.to_state`.as("to_state")])
    .where("e.contract_id", "=", contractId)
    .orderBy("e.id")
    .execute();
}
