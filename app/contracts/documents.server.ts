import type { Context } from "~/access/context";
import { conflict } from "~/errors";
import { noteDocument } from "~db/queries/contract-parts";
import type { ContractSheet } from "~db/queries/contracts";
import type { Ask } from "./contract.form";
import { DOCUMENTS, isDocumentKind } from "./documents";
import { todayOf } from "./planning.server";

/** A paper came, is not needed, or is waited for again. After the signature the list is closed. */
export async function noteDocumentOf(ctx: Context, sheet: ContractSheet, ask: Ask<"document">): Promise<string> {
  if (sheet.state !== "opened") throw conflict("Les pièces se notent avant la signature.");
  if (!isDocumentKind(ask.kind)) throw conflict("Cette pièce n'est pas dans le dossier.");
  const today = todayOf(ctx, sheet);
  const isNoted = await noteDocument(
    ctx.tx,
    { contractId: sheet.id, kind: ask.kind },
    {
      received_on: ask.mark === "received" ? today : null,
      waived_on: ask.mark === "waived" ? today : null,
      account_id: ctx.actor.id,
    },
  );
  if (!isNoted) throw conflict("Cette pièce n'est pas dans le dossier.");
  const state = { received: "reçu", waived: "dispensé", asked: "attendu" }[ask.mark];
  return `${DOCUMENTS[ask.kind]} : ${state}.`;
}
