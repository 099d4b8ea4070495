import type { LoaderFunctionArgs } from "@remix-run/node";
import { CSV_MARK, csvLine } from "~/format/csv";
import type { Context } from "./context";
import { inTransaction, requireActor } from "./doorway.server";
import type { Permission } from "./permissions";

type Cells = readonly (string | number | null)[];

/** One page of a download and where the next begins; null at the end. */
export type Pages = (ctx: Context, after: number) => Promise<{ lines: readonly Cells[]; next: number | null }>;

/** A table of any length: read a page at a time, each in its own short transaction, and sent as it is read. */
export async function csvDownload(
  { request, context }: LoaderFunctionArgs,
  permission: Permission,
  name: string,
  pages: Pages,
): Promise<Response> {
  const actor = await requireActor(request, context, permission);
  let after: number | null = 0;
  let mark = CSV_MARK;
  const body = new ReadableStream<Uint8Array>({
    async pull(sink) {
      if (after === null) return sink.close();
      const from = after;
      const page = await inTransaction(context.services, actor, (ctx) => pages(ctx, from));
      sink.enqueue(new TextEncoder().encode(mark + page.lines.map(csvLine).join("")));
      mark = "";
      after = page.next;
    },
  });
  return new Response(body, { headers: attachment(name) });
}

/** A small file, whole. */
export function csvText(name: string, text: string): Response {
  return new Response(CSV_MARK + text, { headers: attachment(name) });
}

function attachment(name: string): HeadersInit {
  const plain = name.normalize("NFD").replace(/[^\w.-]+/g, "-");
  return {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Cache-Control": "no-store",
  };
}
