import { rollNation as rollFigures } from "~/steering/nation/rolling.server";
import { prepareReports, settleReport, takeReport } from "~/steering/report/report.server";
import type { Handler } from "../handler";
import { atMostOnce } from "./at-most-once";

const rollNation: Handler<"rollNation"> = async (_payload, { step }) => {
  await step(rollFigures);
};

const prepareWeeklyReports: Handler<"prepareWeeklyReports"> = async (_payload, { step }) => {
  await step(prepareReports);
};

/** At most once a person and a week: a letter that may have left is not sent again. */
const sendWeeklyReport: Handler<"sendWeeklyReport"> = async (key, desk) => {
  const letter = await desk.step((ctx) => takeReport(ctx, key, desk.tools.publicUrl()));
  await atMostOnce(desk, letter, (fate) => desk.step((ctx) => settleReport(ctx, key, fate)));
};

export const reportHandlers = { rollNation, prepareWeeklyReports, sendWeeklyReport };
