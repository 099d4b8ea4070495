import type { Day } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";
import { asLetter, type Block } from "~/mail/sheet";
import { oneLine } from "../invitations/invitation";

export interface MessageFacts {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly sender: { readonly name: string; readonly email: string };
  readonly fund: string;
  readonly heldOn: Day;
}

/** The letter as it leaves. Its Message-ID is the same however often it is handed over. */
export function followUpMessage(facts: MessageFacts): Letter {
  const subject = oneLine(facts.subject);
  const name = oneLine(facts.sender.name);
  return {
    to: facts.to,
    subject,
    ...asLetter(subject, [...paragraphsOf(facts.body), { kind: "small", text: oppositionOf(facts) }]),
    senderName: `${name}, ${oneLine(facts.fund)}`,
    replyTo: { name, address: facts.sender.email },
    reference: `suite-${facts.id}`,
  };
}

/** Blocks of plain text, parted by empty lines. */
export function paragraphsOf(body: string): Block[] {
  return body
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text): Block => ({ kind: "text", text }));
}

/** Why this letter came, and how to get no other: article 21 of the GDPR, in one sentence each. */
export function oppositionOf({ heldOn, sender }: Pick<MessageFacts, "heldOn" | "sender">): string {
  return french(
    `Vous recevez ce courriel à la suite de mon passage à votre cabinet le ${longDay(heldOn)}. Pour ne plus en recevoir, répondez-le simplement, ou écrivez à ${sender.email} : votre opposition est notée, sans avoir à la justifier.`,
  );
}
