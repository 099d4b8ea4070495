import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";
import { asLetter } from "~/mail/sheet";
import { paragraphsOf } from "~/visits/follow-ups/letter-message";
import { oneLine } from "~/visits/invitations/invitation";

interface MessageFacts {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly fund: string;
  readonly sender: { readonly name: string; readonly address: string } | null;
  /** The candidate's own page; a doctor is told how to object instead. */
  readonly stop: string | null;
}

/** The letter as it leaves. Its Message-ID is the same however often it is handed over. */
export function recruitingMessage(facts: MessageFacts): Letter {
  const subject = oneLine(facts.subject);
  const fund = oneLine(facts.fund);
  const name = facts.sender ? `${oneLine(facts.sender.name)}, ${fund}` : fund;
  return {
    to: facts.to,
    subject,
    ...asLetter(subject, [...paragraphsOf(facts.body), { kind: "small", text: french(whyOf(facts)) }]),
    senderName: name,
    ...(facts.sender ? { replyTo: { name: oneLine(facts.sender.name), address: facts.sender.address } } : {}),
    reference: `recrutement-${facts.id}`,
    ...(facts.stop === null ? {} : { stopPage: facts.stop }),
  };
}

function whyOf({ stop, fund }: MessageFacts): string {
  if (stop === null)
    return `Vous recevez ce courriel parce que vous avez accepté cette mise en relation. Pour ne plus recevoir de courriel de ${fund}, répondez-le simplement.`;
  return `Vous recevez ce courriel parce que vous avez accepté d'être suivi par ${fund} pour le métier d'assistant médical. Pour ne plus recevoir de lettre, ou faire effacer vos données : ${stop}`;
}
