import {
  type ActionFunctionArgs,
  type AppLoadContext,
  json,
  type LoaderFunctionArgs,
  redirect,
  type TypedResponse,
} from "@remix-run/node";
import type { z } from "zod";
import { Refused } from "~/errors";
import { french } from "~/format/typography";
import type { Services } from "~/wiring";
import { actAs, atTheDoor } from "~db/act-as";
import type { Tx } from "~db/connection";
import type { Actor, Context } from "./context";
import { can, type Permission } from "./permissions";
import { whoAsks } from "./session.server";

type Work<T> = (ctx: Context) => Promise<T>;
export interface RefusedForm {
  error: string;
  fields: Record<string, string[]>;
}

const STATUS = { "not-found": 404, forbidden: 403, invalid: 422, conflict: 409, unavailable: 503 } as const;

/** The only way from HTTP into the application: who are you, may you, then one transaction under row-level security. */
export async function enter<T>(
  { request, context }: LoaderFunctionArgs,
  permission: Permission,
  work: Work<T>,
): Promise<T> {
  const actor = await requireActor(request, context, permission);
  try {
    return await inTransaction(context.services, actor, work);
  } catch (error) {
    throw error instanceof Refused ? toResponse(error) : error;
  }
}

/** As `enter`, for a form: parses it first, and hands refusals back to the screen instead of an error page. */
export async function submit<Form extends z.ZodType, T>(
  { request, context }: ActionFunctionArgs,
  permission: Permission,
  form: Form,
  work: (ctx: Context, input: z.output<Form>) => Promise<T>,
): Promise<T | TypedResponse<RefusedForm>> {
  const actor = await requireActor(request, context, permission);
  try {
    const input = parse(form, await request.formData());
    const result = await inTransaction(context.services, actor, (ctx) => work(ctx, input));
    context.services.knock();
    return result;
  } catch (error) {
    return toForm(error);
  }
}

/** For pages shown before anybody is known (sign-in, password links): no tenant row is visible from here. */
export async function enterAsGuest<T>(
  { context }: LoaderFunctionArgs,
  work: (tx: Tx, now: Date) => Promise<T>,
): Promise<T> {
  return atTheDoor(context.services.pool, (tx) => work(tx, context.services.now()));
}

export async function submitAsGuest<Form extends z.ZodType, T>(
  { request, context }: ActionFunctionArgs,
  form: Form,
  work: (input: z.output<Form>) => Promise<T>,
): Promise<T | TypedResponse<RefusedForm>> {
  try {
    const result = await work(parse(form, await request.formData()));
    context.services.knock();
    return result;
  } catch (error) {
    return toForm(error);
  }
}

/** What the URL asks for; a nonsense query string falls back to the form's defaults. */
export function readSearch<Form extends z.ZodType>(request: Request, form: Form): z.output<Form> {
  const asked = form.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? asked.data : form.parse({});
}

export async function requireActor(request: Request, context: AppLoadContext, permission: Permission): Promise<Actor> {
  const signedIn = await whoAsks(request, context);
  if (!signedIn) {
    const { pathname, search } = new URL(request.url);
    const back = request.method === "GET" && pathname !== "/" ? `?retour=${encodeURIComponent(pathname + search)}` : "";
    throw redirect(`/connexion${back}`);
  }
  if (!can(signedIn.actor, permission)) {
    context.services.log.warn({ actor: signedIn.actor.id, permission }, "refused at the doorway");
    throw toResponse(new Refused("forbidden", "Votre rôle ne donne pas accès à cette page."));
  }
  return signedIn.actor;
}

export function inTransaction<T>(services: Services, actor: Actor, work: Work<T>): Promise<T> {
  return actAs(services.pool, actor, (tx) => work({ actor, tx, now: services.now() }));
}

export function toResponse(refused: Refused): Response {
  return json({ error: french(refused.message) }, { status: STATUS[refused.refusal] });
}

/** A refusal goes back beside the inputs; a redirect or a bug goes on its way. */
export function toForm(error: unknown): TypedResponse<RefusedForm> {
  if (!(error instanceof Refused)) throw error;
  if (error.refusal === "forbidden") throw toResponse(error);
  const fields = Object.entries(error.fields).map(([name, messages]) => [name, messages.map(french)] as const);
  return json({ error: french(error.message), fields: Object.fromEntries(fields) }, { status: STATUS[error.refusal] });
}

export async function readForm<Form extends z.ZodType>(form: Form, request: Request): Promise<z.output<Form>> {
  return parse(form, await request.formData());
}

function parse<Form extends z.ZodType>(form: Form, data: FormData): z.output<Form> {
  const parsed = form.safeParse(fieldsOf(data));
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0] ?? "");
    fields[name] = [...(fields[name] ?? []), message];
  }
  throw new Refused("invalid", "Certains champs sont à corriger.", fields);
}

/** A name sent once is a value, sent several times a list. */
function fieldsOf(data: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name);
    fields[name] = values.length === 1 ? values[0] : values;
  }
  return fields;
}
