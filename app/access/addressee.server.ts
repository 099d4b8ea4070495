import type { ActionFunctionArgs, LoaderFunctionArgs, TypedResponse } from "@remix-run/node";
import type { z } from "zod";
import { Refused } from "~/errors";
import type { Context } from "./context";
import { inTransaction, type RefusedForm, readForm, toForm, toResponse } from "./doorway.server";
import { SYSTEM_ACTOR } from "./system-actor";

/**
 * For the doctors a letter was written to: no account, no cookie, only the signature of a link. Tandem itself acts for them,
 * so the use case reads the signature before anything else and touches nothing but that doctor's rows.
 */
export async function enterAsAddressee<T>(
  { context: { services } }: LoaderFunctionArgs,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(services, SYSTEM_ACTOR, work);
  } catch (error) {
    throw error instanceof Refused ? toResponse(error) : error;
  }
}

export async function submitAsAddressee<Form extends z.ZodType, T>(
  { request, context: { services } }: ActionFunctionArgs,
  form: Form,
  work: (ctx: Context, input: z.output<Form>) => Promise<T>,
): Promise<T | TypedResponse<RefusedForm>> {
  try {
    const input = await readForm(form, request);
    const result = await inTransaction(services, SYSTEM_ACTOR, (ctx) => work(ctx, input));
    services.knock();
    return result;
  } catch (error) {
    return toForm(error);
  }
}
