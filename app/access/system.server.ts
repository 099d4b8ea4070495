import { SYSTEM_ACCOUNT } from "~db/queries/accounts";
import type { Actor } from "./context";

/** The clock, the command line and letters asked by somebody who is not signed in act in this name. */
export const SYSTEM: Actor = {
  id: SYSTEM_ACCOUNT,
  role: "system",
  name: "Tandem",
  scope: "all",
  fundIds: [],
  sectorIds: [],
};
