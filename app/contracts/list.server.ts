import type { Context } from "~/access/context";
import { folded } from "~/doctors/names";
import { versionById } from "~/eligibility/versions";
import { properCase } from "~/format/names";
import { type ContractFilter, contractPage, countContracts } from "~db/queries/contract-list";
import { openBoard } from "./board.server";
import { type ContractsSearch, STATE_GROUPS } from "./list.form";
import { nameOf, sizeOf } from "./naming";

const PAGE = 50;

/** The board in three figures, then a page of the contracts that answer the filters. */
export async function browseContracts(ctx: Context, search: ContractsSearch) {
  const filter = filterOf(search);
  const rows = await contractPage(ctx.tx, filter, search.apres, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const { today, counts, late, month, next } = await openBoard(ctx);
  return {
    today,
    search: { q: search.q, etat: search.etat, type: search.type },
    total: await countContracts(ctx.tx, filter),
    board: {
      counts,
      first: [...late, ...month, ...next].slice(0, 3),
      nextId: (late[0] ?? month[0] ?? next[0])?.id ?? null,
    },
    next: rows.length > PAGE && last ? `${last.opened_on}_${last.id}` : null,
    contracts: shown.map((row) => ({
      id: row.id,
      name: nameOf(row),
      town: properCase(row.town ?? ""),
      kind: row.kind,
      state: row.state,
      size: sizeOf(row),
      version: row.version && versionById(row.version).name,
      openedOn: row.opened_on,
      signedOn: row.signed_on,
      endsOn: row.ends_on,
      nextOn: row.next_on,
    })),
  };
}

export function filterOf(search: Pick<ContractsSearch, "q" | "etat" | "type">): ContractFilter {
  return {
    states: search.etat === null ? null : STATE_GROUPS[search.etat].states,
    kind: search.type,
    words: folded(search.q).split(" ").filter(Boolean),
  };
}
