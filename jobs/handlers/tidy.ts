import { tidyAccess } from "~/access/accounts.server";
import { abandonedImports } from "~/imports/imports.server";
import { catalog } from "../catalog";
import type { Handler } from "../handler";
import { later } from "../later";

/** Clears what has died and takes up again what a crash left half-way. */
const tidy: Handler<"tidy"> = async (_payload, { step }) => {
  await step(tidyAccess);
  await step(async (ctx) => {
    for (const { id, status } of await abandonedImports(ctx)) {
      await later(ctx, status === "applying" ? catalog.applyImport : catalog.readImport, { importId: id });
    }
  });
};

export const tidyHandlers = { tidy };
