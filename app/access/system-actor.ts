import { SYSTEM_ACCOUNT } from "~db/queries/accounts";
import { actorFrom } from "./actor";

/** In whose name the clock and the command line act. */
export const SYSTEM_ACTOR = actorFrom({
  id: SYSTEM_ACCOUNT,
  role: "system",
  name: "Tandem",
  fund_id: null,
  more_funds: [],
  sector_ids: [],
});
