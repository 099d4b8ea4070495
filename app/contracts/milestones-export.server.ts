import type { Context } from "~/access/context";
import { addMonths, lastOfMonth } from "~/calendar/day";
import { type Export, STRETCH } from "~/files/export";
import { countOpenMilestones, type OpenMilestone, openMilestones } from "~db/queries/milestones";
import { HORIZON_MONTHS, todayOfActor } from "./board.server";
import { titleOf } from "./milestone-words";
import { nameOf } from "./naming";

/** What the contracts ask for, late ones first, as far ahead as the page looks. */
export const milestoneExport: Export<null, OpenMilestone, { dueOn: string; id: string }> = {
  permission: "contract.read",
  title: "Échéances",
  source: "Dates calculées d'après les contrats tenus dans Tandem",
  read: () => null,
  filters: async () => [["Filtres", `en retard ou à venir dans les ${HORIZON_MONTHS} mois`]],
  count: async (ctx) => {
    const today = await todayOfActor(ctx);
    const days = { today, monthEnd: lastOfMonth(today), horizon: addMonths(today, HORIZON_MONTHS) };
    const { late, month, next } = await countOpenMilestones(ctx.tx, days);
    return late + month + next;
  },
  page: pageOf,
  columns: [
    { header: "Échéance", kind: "day", value: ({ due_on }) => due_on },
    { header: "Quoi", kind: "text", value: (row) => titleOf({ ...row, contractYear: row.contract_year }) },
    { header: "Médecin ou société", kind: "text", value: (row) => nameOf({ ...row, kind: row.contract_kind }) },
    { header: "Commune", kind: "text", value: ({ town }) => town },
    { header: "Montant au moins", kind: "euros", value: ({ min_cents }) => min_cents },
    { header: "Montant au plus", kind: "euros", value: ({ max_cents }) => max_cents },
    { header: "Reportée parce que", kind: "text", value: ({ postponed_for }) => postponed_for },
  ],
};

async function pageOf(ctx: Context, _ask: null, after: { dueOn: string; id: string } | null) {
  const until = addMonths(await todayOfActor(ctx), HORIZON_MONTHS);
  const rows = await openMilestones(ctx.tx, { from: null, until, after }, STRETCH);
  const last = rows.at(-1);
  return { rows, next: last && rows.length === STRETCH ? { dueOn: last.due_on, id: last.id } : null };
}
