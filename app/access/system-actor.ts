import { actorFrom } from "./actor";

/** The account in whose name the clock and the command line act; the first migration makes it. */
export const SYSTEM_ACCOUNT = "00000000-0000-4000-8000-000000000001";

export const SYSTEM_ACTOR = actorFrom({
  id: SYSTEM_ACCOUNT,
  role: "system",
  name: "Tandem",
  fund_id: null,
  more_funds: [],
  sector_ids: [],
});
