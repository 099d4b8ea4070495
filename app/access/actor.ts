import type { AccountInForce } from "~db/queries/accounts";
import type { Actor } from "./context";
import { scopeOf } from "./permissions";

export function actorFrom(account: AccountInForce): Actor {
  const fundIds = account.fund_id === null ? [] : [account.fund_id, ...account.more_funds];
  return {
    id: account.id,
    role: account.role,
    name: account.name,
    scope: scopeOf(account.role, fundIds.length),
    fundIds,
    sectorIds: account.role === "delegate" ? account.sector_ids : [],
  };
}
