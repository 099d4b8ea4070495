import type { Context } from "~/access/context";
import { type Export, STRETCH } from "~/files/export";
import { properCase } from "~/format/names";
import { formatPhone } from "~/format/phone";
import { identitiesOf } from "~db/queries/doctor-export";
import { aboutList, type DoctorRow, stretchOfList } from "./browse.server";
import type { Place } from "./cursor";
import type { Filters } from "./filters";
import { listForm } from "./list.form";
import { specialtyName } from "./specialty-name";

type Identity = Awaited<ReturnType<typeof identitiesOf>>[number];
type Row = DoctorRow & { readonly identity: Identity };

const VERDICT_WORDS: Record<string, string> = { yes: "éligible", unknown: "à vérifier", no: "non éligible" };

/** The list of doctors, or of the members of a segment, best first. */
export const doctorExport: Export<Filters, Row, Place> = {
  permission: "doctor.read",
  title: "Médecins",
  source: "Annuaire RPPS, annuaire santé de l'Assurance Maladie, zonage et données de la caisse",
  read: (query) => listForm.parse(query).filters,
  filters: async (ctx, filters) => {
    const words = (await aboutList(ctx, filters)).filters;
    return words.length === 0 ? [] : [["Filtres", words.join(", ")]];
  },
  count: async (ctx, filters) => (await aboutList(ctx, filters)).total,
  page: pageOf,
  columns: [
    { header: "RPPS", kind: "text", value: ({ identity }) => identity.rpps },
    { header: "Nom", kind: "text", value: ({ identity }) => identity.last_name },
    { header: "Prénom", kind: "text", value: ({ identity }) => properCase(identity.first_name) },
    { header: "Spécialité", kind: "text", value: ({ identity }) => specialtyName(identity) },
    { header: "Code postal", kind: "text", value: ({ identity }) => identity.postcode },
    { header: "Commune", kind: "text", value: ({ identity }) => identity.town },
    { header: "Secteur", kind: "text", value: ({ identity }) => identity.sector },
    { header: "Téléphone", kind: "text", value: ({ phone }) => phone && formatPhone(phone) },
    { header: "Zone", kind: "text", value: ({ zone }) => zone },
    { header: "Verdict", kind: "text", value: ({ verdict }) => verdict && (VERDICT_WORDS[verdict] ?? verdict) },
    { header: "Pourquoi", kind: "text", value: ({ reason }) => reason },
    { header: "Priorité", kind: "number", value: ({ priority }) => priority },
    { header: "Absent depuis le", kind: "day", value: ({ goneOn }) => goneOn },
  ],
};

async function pageOf(ctx: Context, filters: Filters, after: Place | null) {
  const { rows, next } = await stretchOfList(ctx, filters, after, STRETCH);
  if (rows.length === 0) return { rows: [], next };
  const known = await identitiesOf(
    ctx.tx,
    rows.map(({ id }) => id),
  );
  const identities = new Map(known.map((identity) => [identity.id, identity]));
  return { rows: rows.map((row) => ({ ...row, identity: identities.get(row.id)! })), next };
}
