import type { Context } from "~/access/context";
import { PARIS } from "~/calendar/zones";
import { fundSheet } from "~db/queries/funds";
import { markMissed } from "../day/missed.server";
import { reportMeeting } from "./meeting.server";
import { clockAt } from "./moment";
import type { InboxAsk } from "./report.form";
import { addNote, reportVisit } from "./report.server";

/** What the phone is told: when it was received, and the page that shows it. */
export interface Receipt {
  readonly at: string;
  readonly next: string;
}

/** Takes in what a phone sends; it may throw its copy away once this has answered. */
export async function receive(ctx: Context, ask: InboxAsk): Promise<Receipt> {
  const next = await take(ctx, ask);
  const fund = await fundSheet(ctx.tx, ctx.actor.fundIds[0]!);
  return { at: clockAt(ctx.now, fund?.zone ?? PARIS), next };
}

async function take(ctx: Context, ask: InboxAsk): Promise<string> {
  switch (ask.intent) {
    case "report":
      await reportVisit(ctx, ask.visitId, ask);
      return reportPage(ask.visitId);
    case "meeting":
      return reportPage(await reportMeeting(ctx, ask.doctorId, ask));
    case "note":
      await addNote(ctx, ask.visitId, ask);
      return reportPage(ask.visitId);
    case "absent":
      return `/visites/journee?jour=${await markMissed(ctx, ask.visitId)}&absent=${ask.visitId}`;
  }
}

function reportPage(visitId: string): string {
  return `/visites/${visitId}/compte-rendu`;
}
