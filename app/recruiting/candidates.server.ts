import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { linkSecret } from "~/campaigns/links.server";
import { conflict, invalid, notFound } from "~/errors";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { freeTextRefusal } from "~/premises/free-text";
import { isId } from "~/visits/report/client-id";
import {
  type CandidateRow,
  type CandidateSheet,
  candidateById,
  changeCandidate,
  deleteCandidate,
  erasureOf,
  insertCandidate,
  isAddressTaken,
  keepErasure,
  markContacted,
} from "~db/queries/candidates";
import { hasLapsed } from "./candidate";
import type { Entry, SheetChange } from "./candidate.form";
import { communeNamed } from "./commune.server";
import { CURRENT_CONSENT } from "./consent";
import { fingerprintsOf } from "./fingerprint";

/** Somebody who agreed to be kept; who asked to be erased comes back only by a consent given since. */
export async function enterCandidate(ctx: Context, entry: Entry): Promise<string> {
  const fundId = ctx.actor.fundIds[0];
  if (fundId === undefined) throw conflict("Un candidat appartient à une caisse.");
  const today = dayOf(ctx.now);
  if (entry.consentOn > today) throw invalid({ consentOn: ["Ce jour n'est pas encore venu."] });
  if (hasLapsed({ contactedOn: entry.consentOn }, today))
    throw invalid({ consentOn: [french("Cet accord a plus de 24 mois : demandez-en un nouveau à la personne.")] });
  const sheet = await sheetOf(ctx, entry);
  const fingerprints = fingerprintsOf(fundId, sheet, await linkSecret(ctx));
  const erased = await erasureOf(ctx.tx, fundId, fingerprints);
  if (erased !== null && !(entry.again && entry.consentOn >= erased)) throw invalid({ again: [erasedBefore(erased)] });
  const id = await insertCandidate(ctx.tx, {
    ...sheet,
    fund_id: fundId,
    consent_on: entry.consentOn,
    consent_by: entry.consentBy,
    consent_text: CURRENT_CONSENT.id,
    contacted_on: entry.consentOn,
    created_by: ctx.actor.id,
  });
  if (id === null) throw invalid({ email: ["Un candidat de la caisse a déjà cette adresse."] });
  await record(ctx, "candidate.entered", { candidateId: id });
  return id;
}

export async function changeSheet(ctx: Context, candidateId: string | undefined, change: SheetChange): Promise<void> {
  const candidate = await candidateSeen(ctx, candidateId);
  const sheet = await sheetOf(ctx, change);
  if (await isAddressTaken(ctx.tx, candidate.fund_id, sheet.email, candidate.id))
    throw invalid({ email: ["Un autre candidat de la caisse a déjà cette adresse."] });
  if (!(await changeCandidate(ctx.tx, { id: candidate.id, version: change.version }, sheet)))
    throw conflict("Cette fiche vient de changer ailleurs. Rechargez la page : rien n'a été modifié.");
  await record(ctx, "candidate.changed", { candidateId: candidate.id });
}

/** The person was heard today: 24 months begin again. */
export async function noteContact(ctx: Context, candidateId: string | undefined): Promise<void> {
  const { id } = await candidateSeen(ctx, candidateId);
  await markContacted(ctx.tx, id, dayOf(ctx.now));
}

/** At the person's wish, and at once. What stays is a print that tells nothing by itself. */
export async function eraseCandidate(ctx: Context, candidate: CandidateRow): Promise<void> {
  const fingerprints = fingerprintsOf(candidate.fund_id, candidate, await linkSecret(ctx));
  await keepErasure(ctx.tx, candidate.fund_id, fingerprints, dayOf(ctx.now));
  await deleteCandidate(ctx.tx, candidate.id);
  await record(ctx, "candidate.erased", { candidateId: candidate.id, because: "withdrawal" });
}

export async function candidateSeen(ctx: Context, candidateId: string | undefined): Promise<CandidateRow> {
  const candidate = isId(candidateId) ? await candidateById(ctx.tx, candidateId) : undefined;
  if (!candidate) throw notFound("Candidat");
  return candidate;
}

async function sheetOf(ctx: Context, given: Entry | SheetChange): Promise<CandidateSheet> {
  const refusal = freeTextRefusal(given.note, given.confirmed, given.phone === null ? [] : [given.phone]);
  if (refusal !== null) throw invalid({ note: [refusal] });
  const read = await communeNamed(ctx, given.commune);
  if ("why" in read) throw invalid({ commune: [read.why] });
  return {
    first_name: given.firstName,
    last_name: given.lastName,
    profile: given.profile,
    email: given.email,
    phone: given.phone,
    commune_code: read.commune.code,
    available_on: given.availableOn,
    hours: given.hours,
    mobility_km: given.mobilityKm,
    note: given.note,
  };
}

function erasedBefore(on: string): string {
  return french(
    `Cette personne a demandé son effacement le ${dayMonthYear(on)}. Cochez la case si elle a donné depuis un nouvel accord, daté de ce jour ou après.`,
  );
}
