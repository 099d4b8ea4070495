import { isRefusedForGood } from "~/mail/mailer";
import { rollNation as rollFigures } from "~/steering/nation/rolling.server";
import { prepareReports, settleReport, takeReport } from "~/steering/report/report.server";
import { mayHaveLeft } from "~/visits/follow-ups/delivery-doubt";
import type { Handler } from "../handler";

const rollNation: Handler<"rollNation"> = async (_payload, { step }) => {
  await step(rollFigures);
};

const prepareWeeklyReports: Handler<"prepareWeeklyReports"> = async (_payload, { step }) => {
  await step(prepareReports);
};

/** At most once a person and a week: a letter that may have left is not sent again. */
const sendWeeklyReport: Handler<"sendWeeklyReport"> = async (key, { step, tools }) => {
  const letter = await step((ctx) => takeReport(ctx, key, tools.publicUrl()));
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return step((ctx) => settleReport(ctx, key, "refused"));
    if (mayHaveLeft(error)) return step((ctx) => settleReport(ctx, key, "uncertain"));
    await step((ctx) => settleReport(ctx, key, "waiting"));
    throw error;
  }
  await step((ctx) => settleReport(ctx, key, "sent"));
};

export const reportHandlers = { rollNation, prepareWeeklyReports, sendWeeklyReport };
