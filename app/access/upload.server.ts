import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  unstable_parseMultipartFormData as parseMultipart,
  type TypedResponse,
  type UploadHandler,
} from "@remix-run/node";
import type { z } from "zod";
import { invalid, Refused, unavailable } from "~/errors";
import { DiskFull, type FileStore, FileTooLarge } from "~/files/file-store";
import type { Context } from "./context";
import { inTransaction, type RefusedForm, requireActor, toForm } from "./doorway.server";
import type { Permission } from "./permissions";

/** An uploaded file, stored whole. `head` is its first bytes, or all of it when it is small. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly head: Buffer;
}

const SMALL = 20 * 1024 * 1024;
const HEAD = 64 * 1024;

/** As `submit`, for a form with one file: streamed to the file store first, then one transaction. Refused, the file is removed. */
export async function receive<Form extends z.ZodType, T>(
  { request, context }: ActionFunctionArgs,
  permission: Permission,
  form: Form,
  work: (ctx: Context, input: z.output<Form>, file: Upload) => Promise<T>,
): Promise<T | TypedResponse<RefusedForm>> {
  const actor = await requireActor(request, context, permission);
  const { files } = context.services.tools;
  let stored: Upload | undefined;
  try {
    const arrived = await storeFile(request, files, context.services.env.UPLOAD_MAX_MB);
    stored = arrived.file;
    const parsed = form.safeParse(Object.fromEntries(arrived.fields));
    if (!parsed.success) throw invalid({}, parsed.error.issues[0]?.message);
    if (!stored || stored.bytes === 0)
      throw invalid({ fichier: ["Choisissez un fichier."] }, "Aucun fichier n'a été reçu. Rien n'a été modifié.");
    const file = stored;
    const result = await inTransaction(context.services, actor, (ctx) => work(ctx, parsed.data, file));
    context.services.knock();
    return result;
  } catch (error) {
    if (stored) await files.remove(stored.key);
    return toForm(error);
  }
}

async function storeFile(
  request: Request,
  files: FileStore,
  maxMegabytes: number,
): Promise<{ file?: Upload; fields: FormData }> {
  let file: Upload | undefined;
  const handler: UploadHandler = async ({ filename, data }) => {
    if (filename === undefined) return text(data);
    const key = randomUUID();
    const { bytes, sha256 } = await files.keep(key, data, maxMegabytes * 1024 * 1024);
    file = {
      key,
      name: plainName(filename),
      bytes,
      sha256,
      head: await files.read(key, 0, bytes <= SMALL ? bytes : HEAD),
    };
    return key;
  };
  try {
    const fields = await parseMultipart(request, handler);
    return file ? { file, fields } : { fields };
  } catch (error) {
    if (file) await files.remove(file.key);
    throw refusalOf(error, maxMegabytes);
  }
}

function refusalOf(error: unknown, maxMegabytes: number): unknown {
  if (error instanceof Refused) return error;
  if (error instanceof FileTooLarge) return invalid({}, `Ce fichier dépasse ${maxMegabytes} Mo. Rien n'a été modifié.`);
  if (error instanceof DiskFull) {
    return unavailable(
      "Le disque du serveur est plein : le fichier n'a pas été gardé et rien n'a été modifié. Prévenez l'administration de Tandem.",
    );
  }
  return invalid({}, "L'envoi du fichier a été interrompu. Rien n'a été modifié : envoyez-le de nouveau.");
}

async function text(data: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of data) {
    size += piece.length;
    if (size > 10_000) throw invalid({}, "Un champ du formulaire est démesuré.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** A name is shown, never used as a path. */
function plainName(name: string): string {
  return (
    name
      .replace(/[\u0000-\u001f\u202a-\u202e/\\]/g, " ")
      .trim()
      .slice(0, 200) || "fichier"
  );
}
