import type { Context } from "~/access/context";
import { hhmm } from "~/calendar/zoned";
import { invalid } from "~/errors";
import { french } from "~/format/typography";
import type { Setting } from "../setting";
import { changeSetting } from "./own-setting.server";
import { type Problems, readLunch, readWeek } from "./setting-problems";
import type { AskOf } from "./settings.form";
import type { Saved } from "./settings.server";

const OFF_HOURS = ["08:30", "17:30"] as const;

export async function changeHours(ctx: Context, ask: AskOf<"hours">): Promise<Saved> {
  const { value: hours, problems } = readWeek(ask);
  refuse(problems);
  const before = await changeSetting(ctx, { hours });
  return { done: "Vos horaires sont enregistrés.", undo: weekSent(before.hours) };
}

function weekSent(hours: Setting["hours"]): Saved["undo"] {
  return {
    intent: "hours",
    works: hours.flatMap((span, rank) => (span ? [String(rank + 1)] : [])),
    from: hours.map((span) => (span ? hhmm(span[0]) : OFF_HOURS[0])),
    to: hours.map((span) => (span ? hhmm(span[1]) : OFF_HOURS[1])),
  };
}

export async function changeLunch(ctx: Context, ask: AskOf<"lunch">): Promise<Saved> {
  const { value: lunch, problems } = readLunch(ask);
  refuse(problems);
  const before = (await changeSetting(ctx, { lunch })).lunch;
  return {
    done: lunch.minutes === 0 ? "Aucune pause n'est plus gardée à midi." : "Votre pause de midi est enregistrée.",
    undo: {
      intent: "lunch",
      lunchFrom: hhmm(before.from),
      lunchTo: hhmm(before.to),
      lunchMinutes: String(before.minutes),
    },
  };
}

export async function changeVisits(ctx: Context, ask: AskOf<"visits">): Promise<Saved> {
  const { intent: _, ...change } = ask;
  const before = await changeSetting(ctx, change);
  return {
    done: "Le rythme de vos visites est enregistré.",
    undo: {
      intent: "visits",
      visitMinutes: String(before.visitMinutes),
      mostVisits: String(before.mostVisits),
      safetyPercent: String(before.safetyPercent),
    },
  };
}

function refuse(problems: Problems): void {
  const wrong = Object.entries(problems).map(([name, messages]) => [name, messages.map(french)] as const);
  if (wrong.length > 0) throw invalid(Object.fromEntries(wrong));
}
