import type { Day } from "~/calendar/day";
import { readRpps } from "~/doctors/rpps";
import type { Judge, Verdict } from "./batch";
import { at, plainText } from "./cells";
import { readFileDay } from "./days";
import type { Layout } from "./layout";
import type { EMAIL_COLUMNS, MSSANTE_COLUMNS } from "./layouts/own";
import { type Mailbox, readMailbox } from "./mailboxes";
import { DOCTOR } from "./rpps/professions";
import { shown } from "./wording";

/** `address` is the mailbox as compared and written to; `displayAddress` as its source wrote it. */
export type EmailRow = Mailbox & { line: number; rpps: string; source: string; notedOn: Day | null };

type Places = Readonly<Partial<Record<keyof typeof EMAIL_COLUMNS | keyof typeof MSSANTE_COLUMNS, number>>>;

export function emailJudge(layout: Layout): Judge<EmailRow> {
  const places: Places = layout.columns;
  if (layout.variant === "mssante") return (cells, line) => mssanteLine(cells, places, line, layout.stampedOn);
  return (cells, line) => ownLine(cells, places, line);
}

/** The same mailbox stands on several lines, in capitals on one of them: the first line speaks for it. */
export function onePerMailbox(rows: readonly EmailRow[]): EmailRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = `${row.rpps} ${row.address}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Boxes of organisations have no doctor, and those of other professions are not ours to keep. */
function mssanteLine(cells: readonly string[], places: Places, line: number, notedOn: Day | null): Verdict<EmailRow> {
  if (at(cells, places.mailboxType).toUpperCase() !== "PER") return { is: "ignored" };
  if (at(cells, places.profession) !== DOCTOR) return { is: "ignored" };
  return emailRow(cells, places, { line, source: "Annuaire MSSanté", notedOn }, []);
}

function ownLine(cells: readonly string[], places: Places, line: number): Verdict<EmailRow> {
  const warnings: string[] = [];
  const source = plainText(at(cells, places.source), "source", warnings);
  if (source === "") return { is: "rejected", why: "Source absente : d'où vient cette adresse." };
  const written = at(cells, places.notedOn);
  const notedOn = written === "" ? null : readFileDay(written);
  if (written !== "" && !notedOn) {
    return { is: "rejected", why: `Date ${shown(written)} illisible : écrivez 2026-06-30 ou 30/06/2026.` };
  }
  return emailRow(cells, places, { line, source, notedOn }, warnings);
}

type Origin = { line: number; source: string; notedOn: Day | null };

function emailRow(cells: readonly string[], places: Places, origin: Origin, warnings: string[]): Verdict<EmailRow> {
  const identifier = readRpps(at(cells, places.rpps));
  if (!identifier.ok) return { is: "rejected", why: identifier.why };
  const written = at(cells, places.email);
  if (written === "") return { is: "rejected", why: "Adresse électronique absente." };
  const mailbox = readMailbox(written);
  if (!mailbox) return { is: "rejected", why: `Adresse électronique ${shown(written)} illisible.` };
  if (identifier.restored) warnings.push("Numéro RPPS : le zéro initial perdu a été remis.");
  if (!identifier.keyHolds) warnings.push("Numéro RPPS dont la clé de contrôle est fausse : à vérifier.");
  return { is: "kept", rows: [{ ...origin, rpps: identifier.rpps, ...mailbox }], warnings };
}
