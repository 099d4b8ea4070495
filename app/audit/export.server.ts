import { dayOf } from "~/calendar/day";
import { type Export, STRETCH } from "~/files/export";
import { timeOf } from "~/format/dates";
import { accountNames } from "~db/queries/accounts";
import { countEvents, events } from "~db/queries/audit";
import { type JournalSearch, journalSearch } from "./journal.form";
import { toldOf } from "./journal.server";
import { EVENT_KINDS } from "./kinds";

type Row = Awaited<ReturnType<typeof toldOf>>[number];

/** The whole journal under the filters of its page, newest first. */
export const journalExport: Export<JournalSearch, Row, number> = {
  permission: "journal.read",
  title: "Journal",
  source: "Journal de Tandem, que personne ne modifie",
  read: (query) => journalSearch.parse(query),
  filters: async (ctx, { quoi, qui }) => [
    ...(quoi ? [["Nature", EVENT_KINDS[quoi].label] as const] : []),
    ...(qui ? [["Personne", (await accountNames(ctx.tx, [qui]))[qui] ?? "d'une autre caisse"] as const] : []),
  ],
  count: (ctx, search) => countEvents(ctx.tx, filterOf(search)),
  page: async (ctx, search, after) => {
    const found = await events(ctx.tx, { ...filterOf(search), before: after ?? undefined }, STRETCH);
    return { rows: await toldOf(ctx, found), next: found.length === STRETCH ? found.at(-1)!.id : null };
  },
  columns: [
    { header: "Jour", kind: "day", value: ({ at }) => dayOf(at) },
    { header: "Heure de Paris", kind: "text", value: ({ at }) => timeOf(at) },
    { header: "Qui", kind: "text", value: ({ who }) => who },
    { header: "Quoi", kind: "text", value: ({ sentence }) => sentence },
  ],
};

function filterOf({ quoi, qui }: JournalSearch) {
  return { accountId: qui, names: quoi && EVENT_KINDS[quoi].names };
}
