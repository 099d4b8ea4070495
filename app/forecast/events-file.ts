import { parseDay } from "~/calendar/day";
import { listed } from "~/format/typography";
import { BadFile, badLine, type CsvRow, columnsOf, csvRows } from "./csv";
import { eventBook, type Moves } from "./events";
import type { Step } from "./states";

const COLUMNS = {
  doctor: ["medecin", "rpps", "doctor_id", "id"],
  stage: ["etape", "step", "to_stage", "event", "type"],
  day: ["jour", "date", "at", "le"],
  zone: ["zonage"],
  specialty: ["specialite", "speciality"],
  fund: ["caisse", "cpam"],
} as const;

/** Names of the stages, ours and those people write. */
const STEPS: Readonly<Record<string, Step>> = {
  contacted: "contacted",
  contact: "contacted",
  contacte: "contacted",
  arrived: "contacted",
  appointment: "appointment",
  booked: "appointment",
  rendez_vous: "appointment",
  rdv: "appointment",
  visited: "visited",
  visit: "visited",
  visite: "visited",
  simulated: "simulated",
  simulation: "simulated",
  intends: "intends",
  intention: "intends",
  intent: "intends",
  filed: "filed",
  dossier: "filed",
  file: "filed",
  signed: "signed",
  signe: "signed",
  signature: "signed",
  contract: "signed",
  contrat: "signed",
  hired: "hired",
  embauche: "hired",
  trained: "trained",
  forme: "trained",
  lost: "lost",
  perdu: "lost",
  refused: "lost",
  refus: "lost",
};

export async function readEvents(
  source: AsyncIterable<Uint8Array>,
): Promise<{ moves: Moves; events: number; latest: string }> {
  const book = eventBook();
  let [events, latest] = [0, ""];
  let reader: ((row: CsvRow) => void) | null = null;
  for await (const rows of csvRows(source))
    for (const row of rows) {
      if (reader === null) {
        reader = readerBy(row, (event) => {
          events += 1;
          if (event.day > latest) latest = event.day;
          book.add(event);
        });
      } else reader(row);
    }
  if (reader === null) throw new BadFile("Le fichier est vide : il manque la ligne des noms de colonnes.");
  return { moves: book.close(), events, latest };
}

type Event = Parameters<ReturnType<typeof eventBook>["add"]>[0];

function readerBy(header: CsvRow, add: (event: Event) => void): (row: CsvRow) => void {
  const at = columnsOf(header, COLUMNS);
  const absent = (["doctor", "stage", "day"] as const).filter((name) => at[name] < 0);
  if (absent.length > 0) throw badLine(header.line, `colonne absente : ${listed(absent)}.`);
  const named = new Map<string, string>();
  // The same few words come back a million times: one string each.
  const optional = (row: CsvRow, place: number) => {
    const cell = place < 0 ? "" : (row.cells[place]?.trim() ?? "");
    if (cell === "") return null;
    if (!named.has(cell)) named.set(cell, cell);
    return named.get(cell)!;
  };
  return (row) => {
    const cell = (place: number) => row.cells[place]?.trim() ?? "";
    const doctor = cell(at.doctor);
    if (doctor === "") throw badLine(row.line, "le médecin manque.");
    const stage = STEPS[folded(cell(at.stage))];
    if (stage === undefined)
      throw badLine(
        row.line,
        `étape inconnue (${cell(at.stage).slice(0, 40) || "vide"}) ; les étapes sont ${listed(NAMES)}.`,
      );
    const day = parseDay(cell(at.day).slice(0, 10));
    if (day === null)
      throw badLine(
        row.line,
        `jour illisible (${cell(at.day).slice(0, 40) || "vide"}) ; écrivez par exemple 2026-11-24.`,
      );
    const zone = optional(row, at.zone);
    add({ doctor, stage, day, zone, specialty: optional(row, at.specialty), fund: optional(row, at.fund) });
  };
}

const NAMES = [...new Set(Object.values(STEPS))];
const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
