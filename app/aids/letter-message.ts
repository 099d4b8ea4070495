import { dayMonthYear, numericDay } from "~/format/dates";
import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";
import { asLetter } from "~/mail/sheet";
import { paragraphsOf } from "~/visits/follow-ups/letter-message";
import { oneLine } from "~/visits/invitations/invitation";
import type { ShownSide, ShownSimulation } from "./view";

export const LETTER_SUBJECT = "Votre simulation de l'aide à l'emploi d'un assistant médical";

/** The same years, sums and sources as the page, in plain text. */
export function letterBody({ ask, sides, origins, bandSentence }: ShownSimulation, name: string): string {
  const intro = `Bonjour ${name},\n\nVoici l'aide à l'emploi d'un assistant médical que nous avons vue ensemble, pour une signature le ${dayMonthYear(ask.signedOn)}.`;
  const caution = `Montants indicatifs, si les conditions de l'aide sont remplies. « Jusqu'à » : montant maximum, qui dépend de l'objectif.${bandSentence ? ` ${bandSentence}` : ""}`;
  const sources = origins.map((origin) => `${origin}.`).join("\n");
  return french([intro, ...sides.map(sideText), caution, sources].join("\n\n"));
}

function sideText({ label, version, total, years, openingSentence }: ShownSide): string {
  const lines = years.map(
    ({ contractYear, startsOn, aid }) =>
      `${contractYear === 1 ? "1re année" : `${contractYear}e année`}, dès le ${numericDay(startsOn)} : ${aid}`,
  );
  const sum = total === null ? [] : [`Sur cinq ans : ${total}`];
  return [`${label} (${version})`, ...(openingSentence ? [openingSentence] : []), ...lines, ...sum].join("\n");
}

interface MessageFacts {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly fund: string;
  readonly sender: { readonly name: string; readonly email: string };
  readonly page: string;
}

/** The letter as it leaves. Its Message-ID is the same however often it is handed over. */
export function simulationMessage({ id, to, subject, body, fund, sender, page }: MessageFacts): Letter {
  const name = oneLine(sender.name);
  return {
    to,
    subject: oneLine(subject),
    ...asLetter(subject, [
      ...paragraphsOf(body),
      { kind: "text", text: french(`Votre simulation, à essayer avec d'autres choix :\n${page}`) },
      {
        kind: "small",
        text: french(
          `Vous recevez ce courriel parce que vous avez accepté de le recevoir. Pour ne plus en recevoir, répondez-le simplement, ou écrivez à ${sender.email} : votre opposition est notée, sans avoir à la justifier.`,
        ),
      },
    ]),
    senderName: `${name}, ${oneLine(fund)}`,
    replyTo: { name, address: sender.email },
    reference: `simulation-${id}`,
  };
}
