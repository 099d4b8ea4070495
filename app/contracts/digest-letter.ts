import type { Day } from "~/calendar/day";
import { dayMonthYear, shortDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";

export interface DigestLine {
  readonly name: string;
  readonly title: string;
  readonly dueOn: Day;
}

const SHOWN = 20;

/** What is late and what the week holds, for one person. Names of doctors, never of a patient. */
export function digestLetter(input: {
  to: string;
  name: string;
  accountId: string;
  weekOn: Day;
  late: readonly DigestLine[];
  week: readonly DigestLine[];
  url: string;
}): Letter {
  const { to, name, accountId, weekOn, late, week, url } = input;
  const parts = [
    ...(late.length > 0 ? [{ title: `${countOf(late.length, "échéance")} en retard`, lines: late }] : []),
    ...(week.length > 0 ? [{ title: `${countOf(week.length, "échéance")} cette semaine`, lines: week }] : []),
  ];
  const total = late.length + week.length;
  const opening = `Voici les échéances des contrats que vous suivez, semaine du ${dayMonthYear(weekOn)}.`;
  const why = "Vous recevez ce courriel chaque lundi où une échéance vous attend, une fois par semaine au plus.";
  return {
    to,
    subject: french(`Contrats : ${countOf(total, "échéance")} à traiter`),
    reference: `echeances.${weekOn}.${accountId}`,
    text: french(
      [
        `Bonjour ${name},`,
        opening,
        ...parts.map(({ title, lines }) => [`${title} :`, ...shown(lines).map((line) => `- ${line}`)].join("\n")),
        `Ouvrir le tableau des échéances :\n${url}`,
        why,
        "Tandem",
      ].join("\n\n"),
    ),
    html: page(
      [
        paragraph(`Bonjour ${name},`),
        paragraph(opening),
        ...parts.map(
          ({ title, lines }) =>
            `<h2 style="font-size:17px;margin:24px 0 8px">${escaped(title)}</h2><ul style="margin:0;padding-left:20px">${shown(
              lines,
            )
              .map((line) => `<li style="margin-bottom:6px">${escaped(line)}</li>`)
              .join("")}</ul>`,
        ),
        `<p style="margin:24px 0"><a href="${escaped(url)}" style="color:#0b5d66">Ouvrir le tableau des échéances</a></p>`,
        `<p style="font-size:14px;color:#55606b">${escaped(why)}</p>`,
      ].join("\n"),
    ),
  };
}

function shown(lines: readonly DigestLine[]): string[] {
  const first = lines.slice(0, SHOWN).map(({ name, title, dueOn }) => `${shortDay(dueOn)} : ${name}, ${title}`);
  return lines.length > SHOWN ? [...first, `et ${lines.length - SHOWN} de plus`] : first;
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Échéances</title></head>
<body style="margin:0;padding:24px;background-color:#ffffff;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#1d2730">
<div style="max-width:600px;margin:0 auto">
${body}
</div>
</body></html>
`;
}

function escaped(text: string): string {
  return french(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
