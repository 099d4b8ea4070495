import type { Context } from "~/access/context";
import type { SegmentStep } from "./segments.form";
import { createSegment, discardSegment, duplicateSegment, reviseSegment, shareWithFund } from "./segments.server";

/** Does what a button of the segment's page asks. Returns where to go then. */
export async function takeStep(ctx: Context, id: string, asked: SegmentStep): Promise<string> {
  switch (asked.intent) {
    case "save":
      await reviseSegment(ctx, id, asked.version, asked);
      return `/segments/${id}?fait=enregistre`;
    case "copy":
      return `/segments/${await createSegment(ctx, asked)}?fait=copie`;
    case "duplicate":
      return `/segments/${await duplicateSegment(ctx, id)}?fait=copie`;
    case "share":
    case "unshare":
      await shareWithFund(ctx, id, asked.intent === "share");
      return `/segments/${id}?fait=${asked.intent === "share" ? "partage" : "prive"}`;
    case "remove":
      await discardSegment(ctx, id);
      return `/segments?retire=${id}`;
  }
}
