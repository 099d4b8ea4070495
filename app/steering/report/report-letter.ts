import { addDays, type Day } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { number, signed } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";
import { asLetter } from "~/mail/sheet";
import { WEEK_LINES, type WeekFigures } from "./week-figures";

/** The figures of the week that ended, beside those of the week before; numbers only, nobody is named. */
export function reportLetter(input: {
  to: string;
  name: string;
  fund: string;
  accountId: string;
  /** Monday on which the letter goes. */
  weekOn: Day;
  week: WeekFigures;
  before: WeekFigures;
  url: string;
}): Letter {
  const { to, name, fund, accountId, weekOn, week, before, url } = input;
  const span = `du ${dayMonthYear(addDays(weekOn, -7))} au ${dayMonthYear(addDays(weekOn, -1))}`;
  const subject = french(`La semaine ${span} en chiffres`);
  return {
    to,
    subject,
    reference: `rapport.${weekOn}.${accountId}`,
    ...asLetter(subject, [
      { kind: "text", text: `Bonjour ${name},` },
      { kind: "text", text: `${fund}, semaine ${span}. Entre parenthèses, l'écart avec la semaine d'avant.` },
      { kind: "facts", lines: WEEK_LINES.map(({ key, label }) => lineOf(label, week[key], before[key])) },
      { kind: "text", text: `Voir le pilotage :\n${url}/pilotage` },
      { kind: "text", text: `Voir les contrats :\n${url}/contrats` },
      {
        kind: "small",
        text: `Vous recevez ce courriel chaque lundi parce que vous l'avez demandé. Ne plus le recevoir :\n${url}/rapport`,
      },
    ]),
  };
}

/** « Visites faites : 42 (+3) » */
function lineOf(label: string, now: number, before: number): string {
  return french(`${label} : ${number(now)} (${now === before ? "comme la semaine d'avant" : signed(now - before)})`);
}
