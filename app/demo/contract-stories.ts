import { addDays, addMonths, type Day } from "~/calendar/day";
import type { openFile } from "~/contracts/opening.server";
import type { takeStep } from "~/contracts/steps.server";
import type { PercentileBand } from "~/eligibility/doctor-facts";

type Opening = Parameters<typeof openFile>[2];
type Hire = Omit<Extract<Parameters<typeof takeStep>[2], { intent: "hire" }>, "intent" | "revision">;
type Note =
  | { readonly intent: "training" | "certificate"; readonly on: Day }
  | { readonly intent: "secretary"; readonly on: Day; readonly solution: "telephone" };

/** A contract of the demonstration, told in days: when it was opened here, signed, what happened since. */
export interface Story {
  readonly openedOn: Day;
  readonly opening: Opening;
  /** Other doctors of a company. */
  readonly others?: number;
  readonly signedOn: Day | null;
  readonly band?: PercentileBand;
  readonly hired?: Hire;
  /** What was noted of the assistant since. */
  readonly notes?: readonly Note[];
  readonly suspendedOn?: Day;
}

const HALF: Opening = { kind: "individual", option: "0.5", employer: "doctor", employerName: null };
const FULL: Opening = { ...HALF, option: "1" };
const GROUP: Opening = { ...FULL, employer: "group", employerName: "GE Santé Atlantique" };
const COMPANY: Opening = {
  kind: "collective",
  company: "SISA de l'Estuaire",
  companyForm: "SISA",
  etp: 2,
  employer: "company",
  employerName: null,
  members: [],
};
/** The collective contract exists since then. */
const COLLECTIVE_SINCE = "2026-02-25";

/** Files were taken over two and a half months ago: what fell since and was not treated is late. */
export function contractStories(today: Day, isFirst: boolean): Story[] {
  const openedOn = addDays(today, -75);
  const ago = (months: number, days = 0) => addDays(addMonths(today, -months), -days);
  const old: Story[] = [
    {
      openedOn,
      opening: HALF,
      signedOn: ago(54, 20),
      band: "P70_P90",
      hired: { name: "Nadia Le Gall", profile: "AS", hours: 17.5, hiredOn: ago(53), wasSecretary: false },
      notes: [{ intent: "certificate", on: ago(28) }],
    },
    {
      openedOn,
      opening: FULL,
      signedOn: ago(12, -6),
      band: "P30_P50",
      hired: { name: "Julie Caron", profile: "IDE", hours: 35, hiredOn: ago(11), wasSecretary: false },
    },
    {
      openedOn,
      opening: GROUP,
      signedOn: ago(30, 12),
      band: "P50_P70",
      hired: { name: "Sophie Menard", profile: "SECRETARY", hours: 35, hiredOn: ago(29), wasSecretary: true },
      notes: [
        { intent: "secretary", on: ago(25), solution: "telephone" },
        { intent: "training", on: ago(14) },
      ],
    },
  ];
  return isFirst ? [...old, ...recent(today, openedOn), ...together(today, openedOn)] : old;
}

function recent(today: Day, openedOn: Day): Story[] {
  const hiredOn = addDays(today, -175);
  return [
    {
      openedOn,
      opening: FULL,
      signedOn: addMonths(today, -14),
      band: "P50_P70",
      hired: { name: "Marc Tessier", profile: "SECRETARY", hours: 35, hiredOn, wasSecretary: true },
      suspendedOn: addDays(today, -40),
    },
    { openedOn: addDays(today, -24), opening: FULL, signedOn: addDays(today, -25), band: "P30_P50" },
    { openedOn: addDays(today, -18), opening: HALF, signedOn: null },
  ];
}

function together(today: Day, openedOn: Day): Story[] {
  const signedOn = addDays(today, -90);
  if (signedOn < COLLECTIVE_SINCE) return [];
  const hiredOn = addDays(today, -80);
  const hired: Hire = { name: "Camille Rio", profile: "AP", hours: 35, hiredOn, wasSecretary: false };
  return [{ openedOn, opening: COMPANY, others: 2, signedOn, hired }];
}
