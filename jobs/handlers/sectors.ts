import { applyChange, changesToApply } from "~/steering/balance/applying.server";
import { fundsToSettle, settleDoctors } from "~/territories/handing.server";
import type { Handler } from "../handler";

/** Each change and each caisse in its own transaction: one that fails does not hold the others back. */
const changeSectors: Handler<"changeSectors"> = async (_payload, { step }) => {
  for (const id of await step(changesToApply)) await step((ctx) => applyChange(ctx, id));
  for (const fundId of await step(fundsToSettle)) await step((ctx) => settleDoctors(ctx, fundId));
};

export const sectorHandlers = { changeSectors };
