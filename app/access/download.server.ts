import type { LoaderFunctionArgs } from "@remix-run/node";
import { Refused } from "~/errors";
import { CSV_MARK, csvLine } from "~/format/csv";
import type { Context } from "./context";
import { inTransaction, requireActor, toResponse } from "./doorway.server";
import type { Permission } from "./permissions";

type Cells = readonly (string | number | null)[];

/** One page of a download and where the next begins; null at the end. */
export type Pages = (ctx: Context, after: number) => Promise<{ lines: readonly Cells[]; next: number | null }>;

/** What a file is made of, a piece at a time. */
export type Pieces = (ctx: Context) => Promise<{ bytes: Uint8Array; isLast: boolean }>;

const CSV = "text/csv; charset=utf-8";

/** A table of any length: read a page at a time, and sent as it is read. */
export function csvDownload(
  args: LoaderFunctionArgs,
  permission: Permission,
  name: string,
  pages: Pages,
): Promise<Response> {
  let after = 0;
  let mark = CSV_MARK;
  return fileDownload(args, permission, { name, type: CSV }, async (ctx) => {
    const { lines, next } = await pages(ctx, after);
    const bytes = new TextEncoder().encode(mark + lines.map(csvLine).join(""));
    mark = "";
    after = next ?? after;
    return { bytes, isLast: next === null };
  });
}

/** A file of any length: each piece is read in its own short transaction, when the one before has been taken. */
export async function fileDownload(
  { request, context }: LoaderFunctionArgs,
  permission: Permission,
  { name, type }: { name: string; type: string },
  piece: Pieces,
): Promise<Response> {
  const actor = await requireActor(request, context, permission);
  const next = () => inTransaction(context.services, actor, piece);
  // The first one before the answer begins: a refusal still has a status of its own.
  let ready: Awaited<ReturnType<Pieces>> | null = await next().catch((error: unknown) => {
    throw error instanceof Refused ? toResponse(error) : error;
  });
  const body = new ReadableStream<Uint8Array>({
    async pull(sink) {
      const { bytes, isLast } = ready ?? (await next());
      ready = null;
      sink.enqueue(bytes);
      if (isLast) sink.close();
    },
  });
  return new Response(body, { headers: attachment(name, type) });
}

/** A small file, whole. */
export function csvText(name: string, text: string): Response {
  return new Response(CSV_MARK + text, { headers: attachment(name, CSV) });
}

function attachment(name: string, type: string): HeadersInit {
  const plain = name.normalize("NFD").replace(/[^\w.-]+/g, "-");
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Cache-Control": "no-store",
  };
}
