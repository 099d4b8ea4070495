import type { LoaderFunctionArgs } from "@remix-run/node";
import { enterBySecret } from "~/access/secret-link.server";
import { readFeed } from "./feed/feed.server";
import { hasAlready, secretIn } from "./feed/feed-address";

/** What Outlook and Google read: no cookie, only the secret of the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const publicUrl = context.services.tools.publicUrl();
  const feed = await enterBySecret(args, secretIn(params.file), "visit.plan", (ctx) => readFeed(ctx, publicUrl));
  return feed === null ? nothingHere() : answer(request, feed);
}

const nothingHere = () =>
  new Response("Calendrier introuvable.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });

function answer(request: Request, { text, etag }: { text: string; etag: string }): Response {
  const headers = {
    ETag: etag,
    "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
    "Content-Disposition": 'inline; filename="tandem.ics"',
  };
  if (hasAlready(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
