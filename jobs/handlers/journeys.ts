import { admitMembers, journeysToFill } from "~/campaigns/journeys/entering.server";
import { moveDueEntries, SLICE } from "~/campaigns/journeys/moving.server";
import { catalog } from "../catalog";
import type { Handler } from "../handler";
import { later } from "../later";

/** Slice after slice until nothing is due; several workers share the entries, none takes the same. */
const moveJourneys: Handler<"moveJourneys"> = async (_payload, { step, stopping }) => {
  while (!stopping.aborted) if ((await step((ctx) => moveDueEntries(ctx))) < SLICE) return;
};

/** Every night, after the ranking was computed anew. */
const admitToJourneys: Handler<"admitToJourneys"> = async (_payload, { step, stopping }) => {
  for (const id of await step(journeysToFill)) {
    if (stopping.aborted) return;
    await step((ctx) => admitMembers(ctx, id));
  }
  await step((ctx) => later(ctx, catalog.moveJourneys, {}));
};

export const journeyHandlers = { moveJourneys, admitToJourneys };
