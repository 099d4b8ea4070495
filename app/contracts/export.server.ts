import { versionById } from "~/eligibility/versions";
import { type Export, STRETCH } from "~/files/export";
import { properCase } from "~/format/names";
import { contractPage, countContracts } from "~db/queries/contract-list";
import { STATE_LABELS } from "./contract";
import { type ContractsSearch, contractsSearch, STATE_GROUPS } from "./list.form";
import { filterOf } from "./list.server";
import { nameOf, sizeOf } from "./naming";

type Row = Awaited<ReturnType<typeof contractPage>>[number];

/** The contracts that answer the filters of their page, the latest files first. */
export const contractExport: Export<ContractsSearch, Row, { openedOn: string; id: string }> = {
  permission: "contract.read",
  title: "Contrats",
  source: "Dossiers tenus par la caisse dans Tandem",
  read: (query) => contractsSearch.parse(query),
  filters: async (_ctx, { q, etat, type }) => [
    ...(q === "" ? [] : [["Recherche", q] as const]),
    ...(etat === null ? [] : [["État", STATE_GROUPS[etat].label] as const]),
    ...(type === null ? [] : [["Type", KINDS[type]] as const]),
  ],
  count: (ctx, search) => countContracts(ctx.tx, filterOf(search)),
  page: async (ctx, search, after) => {
    const rows = await contractPage(ctx.tx, filterOf(search), after, STRETCH);
    const last = rows.at(-1);
    return { rows, next: last && rows.length === STRETCH ? { openedOn: last.opened_on, id: last.id } : null };
  },
  columns: [
    { header: "Médecin ou société", kind: "text", value: nameOf },
    { header: "Commune", kind: "text", value: ({ town }) => properCase(town ?? "") },
    { header: "Type", kind: "text", value: ({ kind }) => KINDS[kind] },
    { header: "Taille", kind: "text", value: sizeOf },
    { header: "État", kind: "text", value: ({ state }) => STATE_LABELS[state] },
    { header: "Texte en vigueur", kind: "text", value: ({ version }) => version && versionById(version).name },
    { header: "Ouvert le", kind: "day", value: ({ opened_on }) => opened_on },
    { header: "Signé le", kind: "day", value: ({ signed_on }) => signed_on },
    { header: "Finit le", kind: "day", value: ({ ends_on }) => ends_on },
    { header: "Prochaine échéance", kind: "day", value: ({ next_on }) => next_on },
  ],
};

const KINDS = { individual: "individuel", collective: "collectif" } as const;
