import type { Context } from "~/access/context";
import { type AskText, readAsk } from "~/aids/ask";
import { showSimulation } from "~/aids/view";
import { record } from "~/audit/audit.server";
import { dayOf } from "~/calendar/day";
import { addWorkingDays } from "~/calendar/holidays";
import { factsOf } from "~/doctors/facts-of";
import { specialtyName } from "~/doctors/specialty-name";
import type { Zone } from "~/eligibility/doctor-facts";
import { ZONE_LABELS } from "~/eligibility/labels";
import { conflict, notFound } from "~/errors";
import { politeName } from "~/format/names";
import { type AddresseeRow, addresseeById, delegateOf, stopLetters } from "~db/queries/addressee";
import { doctorFactsOf } from "~db/queries/doctor-facts";
import { insertFollowUp } from "~db/queries/follow-ups";
import { CATEGORY_LABELS } from "../campaign";
import { readLinkToken } from "../letters/signed-link";
import { linkSecret } from "../links.server";
import type { StopAsk } from "./doctor.form";

/** The signature first: whatever it does not cover is nobody's letter. */
async function addressee(ctx: Context, token: string | undefined): Promise<AddresseeRow> {
  const recipientId = readLinkToken(token ?? "", await linkSecret(ctx));
  const row = recipientId === null ? undefined : await addresseeById(ctx.tx, recipientId);
  if (!row) throw notFound("Lettre");
  return row;
}

const headOf = (row: AddresseeRow, token: string | undefined) => ({
  token: token ?? "",
  name: politeName({ lastName: row.last_name, firstName: row.first_name }),
  fund: row.fund,
});

export async function openStop(ctx: Context, token: string | undefined) {
  const row = await addressee(ctx, token);
  return {
    ...headOf(row, token),
    address: row.address,
    category: row.category,
    categoryLabel: CATEGORY_LABELS[row.category],
    isStopped: row.stopped.includes("all") || row.stopped.includes(row.category),
    isAllStopped: row.stopped.includes("all"),
  };
}

/** Holds at once; the letter that carried the link needs no other word. */
export async function stopAsAsked(
  ctx: Context,
  token: string | undefined,
  { scope }: StopAsk,
): Promise<{ done: true }> {
  const row = await addressee(ctx, token);
  const category = scope === "all" || row.category === "statutory" ? null : row.category;
  const stop = { fundId: row.fund_id, doctorId: row.doctor_id, category, at: ctx.now };
  if (await stopLetters(ctx.tx, stop))
    await record(ctx, "opt-out.noted", { doctorId: row.doctor_id, channel: "email" });
  return { done: true };
}

/** Why this letter, what is known, and who said it. */
export async function openWhy(ctx: Context, token: string | undefined) {
  const row = await addressee(ctx, token);
  const { mt_total: patients, fee_sector: feeSector, sources } = row;
  const from = (fact: string) => sources?.[fact] ?? null;
  return {
    ...headOf(row, token),
    reason: row.reason,
    sender: row.sender_name,
    facts: [
      {
        label: "Identité",
        value: `${row.last_name} ${row.first_name}, RPPS ${row.rpps}`,
        source: row.source,
        on: row.source_on,
      },
      { label: "Spécialité", value: specialtyName(row), source: row.source, on: row.source_on },
      { label: "Commune", value: row.town, source: row.source, on: row.source_on },
      { label: "Adresse e-mail", value: row.address, source: row.address_source, on: row.address_on },
      { label: "Zone", value: ZONE_LABELS[row.zone as Zone] ?? null, source: "zonage de l'ARS", on: null },
      {
        label: "Secteur conventionnel",
        value: feeSector,
        source: from("fee_sector")?.source ?? null,
        on: from("fee_sector")?.on ?? null,
      },
      {
        label: "Patients médecin traitant",
        value: patients,
        source: from("mt_total")?.source ?? null,
        on: from("mt_total")?.on ?? null,
      },
    ].filter(({ value }) => value !== null),
  };
}

/** The same engine as the letter and the delegate's page, with the doctor's own choices. */
export async function openSimulation(ctx: Context, token: string | undefined, text: AskText) {
  const row = await addressee(ctx, token);
  const today = dayOf(ctx.now);
  const known = (await doctorFactsOf(ctx.tx, row.doctor_id, today))!;
  const { ask, problems } = readAsk(text, today, known.signed_on ?? today);
  return {
    ...headOf(row, token),
    signedOn: known.signed_on,
    problems,
    shown: showSimulation(ask, { ...factsOf(known), signedOn: known.signed_on }),
  };
}

export async function openMeeting(ctx: Context, token: string | undefined) {
  const row = await addressee(ctx, token);
  const delegate = await delegateOf(ctx.tx, row.sector_id);
  return { ...headOf(row, token), delegate: delegate?.name ?? null };
}

/** A promise on the delegate's list for the next working day. */
export async function askForContact(
  ctx: Context,
  token: string | undefined,
  kind: "visit" | "call",
): Promise<{ done: true }> {
  const row = await addressee(ctx, token);
  const delegate = await delegateOf(ctx.tx, row.sector_id);
  if (!delegate) throw conflict(`Votre secteur n'a pas de délégué pour l'instant : appelez ${row.fund}.`);
  await insertFollowUp(ctx.tx, {
    id: requestId(row.campaign_id, row.id, kind),
    fundId: row.fund_id,
    doctorId: row.doctor_id,
    delegateId: delegate.id,
    reportId: null,
    kind,
    dueOn: addWorkingDays(dayOf(ctx.now), 1),
  });
  return { done: true };
}

/** The same request sent twice is one. */
function requestId(campaignId: string, recipientId: number, kind: "visit" | "call"): string {
  const tail = (recipientId * 2 + (kind === "call" ? 1 : 0)).toString(16).padStart(12, "0").slice(-12);
  return `${campaignId.slice(0, 24)}${tail}`;
}
