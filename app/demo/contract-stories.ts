import { addDays, addMonths, type Day } from "~/calendar/day";

/** A contract of the demonstration, told in days: when it was opened here, signed, what happened since. */
export interface Story {
  readonly openedOn: Day;
  readonly opening: Readonly<Record<string, string>>;
  /** Other doctors of a company. */
  readonly members?: number;
  readonly signedOn: Day | null;
  readonly band?: string;
  readonly hired?: Readonly<Record<string, string>>;
  /** What was noted of the assistant since. */
  readonly notes?: readonly Readonly<Record<string, string>>[];
  readonly suspendedOn?: Day;
}

const HALF = { kind: "individual", option: "0.5", employer: "doctor" };
const FULL = { kind: "individual", option: "1", employer: "doctor" };
const GROUP = { ...FULL, employer: "group", employerName: "GE Santé Atlantique" };
const COMPANY = {
  kind: "collective",
  company: "SISA de l'Estuaire",
  companyForm: "SISA",
  etp: "2",
  employer: "company",
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
      hired: assistant("Nadia Le Gall", "AS", ago(53), "17.5"),
      notes: [{ intent: "certificate", on: ago(28) }],
    },
    {
      openedOn,
      opening: FULL,
      signedOn: ago(12, -6),
      band: "P30_P50",
      hired: assistant("Julie Caron", "IDE", ago(11), "35"),
    },
    {
      openedOn,
      opening: GROUP,
      signedOn: ago(30, 12),
      band: "P50_P70",
      hired: { ...assistant("Sophie Menard", "SECRETARY", ago(29), "35"), wasSecretary: "on" },
      notes: [
        { intent: "secretary", on: ago(25), solution: "telephone" },
        { intent: "training", on: ago(14) },
      ],
    },
  ];
  if (!isFirst) return old;
  const company = addDays(today, -90);
  return [
    ...old,
    {
      openedOn,
      opening: FULL,
      signedOn: ago(14),
      band: "P50_P70",
      hired: { ...assistant("Marc Tessier", "SECRETARY", addDays(today, -175), "35"), wasSecretary: "on" },
      suspendedOn: addDays(today, -40),
    },
    { openedOn: addDays(today, -24), opening: FULL, signedOn: addDays(today, -25), band: "P30_P50" },
    { openedOn: addDays(today, -18), opening: HALF, signedOn: null },
    ...(company < COLLECTIVE_SINCE
      ? []
      : [
          {
            openedOn: addDays(today, -75),
            opening: COMPANY,
            members: 2,
            signedOn: company,
            hired: assistant("Camille Rio", "AP", addDays(today, -80), "35"),
          },
        ]),
  ];
}

function assistant(name: string, profile: string, hiredOn: Day, hours: string): Record<string, string> {
  return { name, profile, hiredOn, hours };
}
