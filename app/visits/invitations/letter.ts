import { hhmm, wallAt } from "~/calendar/zoned";
import { clockTime, fullDay } from "~/format/dates";
import { properCase } from "~/format/names";
import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";
import { asLetter, type Block } from "~/mail/sheet";
import { invitationEvent } from "./event";
import { type InvitationFacts, oneLine } from "./invitation";

/** Who comes, why, when, how to refuse or move, how to object: in that order and in a few lines. */
export function invitationLetter(facts: InvitationFacts): Letter {
  const { method, visitId, sequence } = facts;
  const host = oneLine(facts.host.name);
  const title = titleOf(facts);
  return {
    to: facts.to,
    subject: title,
    ...asLetter(title, method === "CANCEL" ? cancelled(facts) : invited(facts)),
    senderName: `${host}, ${oneLine(facts.fund)}`,
    replyTo: { name: host, address: facts.host.email },
    reference: `visite-${visitId}-${method.toLowerCase()}-${sequence}`,
    calendar: { method, fileName: "invitation.ics", text: invitationEvent(facts) },
  };
}

function titleOf({ method, isChange, ...facts }: InvitationFacts): string {
  const { day, from } = momentOf(facts);
  const when = `${fullDay(day)} à ${from}`;
  if (method === "CANCEL") return french(`Visite annulée : ${when}`);
  return french(isChange ? `Nouvelle heure de visite : ${when}` : `Visite de l'Assurance Maladie : ${when}`);
}

function invited(facts: InvitationFacts): Block[] {
  const who = whoOf(facts);
  const coming = facts.isChange
    ? `La visite prévue à votre cabinet change d'heure. ${who} passera :`
    : `${who} passera à votre cabinet, pour vous présenter l'aide à l'embauche d'un assistant médical : qui peut en bénéficier, ce qu'elle apporte, ce qu'elle demande.`;
  return [
    greeting(facts),
    { kind: "text", text: coming },
    { kind: "facts", lines: [whenOf(facts), ...facts.place.map(oneLine)] },
    {
      kind: "text",
      text: "Ce moment ne vous convient pas ? Refusez l'invitation dans votre agenda, ou répondez à ce courriel pour proposer une autre heure ou renoncer à la visite.",
    },
    signature(facts),
    objection,
  ];
}

function cancelled(facts: InvitationFacts): Block[] {
  return [
    greeting(facts),
    { kind: "text", text: `La visite de l'Assurance Maladie prévue à votre cabinet est annulée :` },
    { kind: "facts", lines: [whenOf(facts)] },
    { kind: "text", text: "Vous n'avez rien à faire. Pour convenir d'un autre moment, répondez à ce courriel." },
    signature(facts),
    objection,
  ];
}

function greeting({ doctor }: InvitationFacts): Block {
  return { kind: "text", text: `Docteur ${oneLine(properCase(doctor.lastName))},` };
}

function signature({ host, fund }: InvitationFacts): Block {
  return { kind: "text", text: `${oneLine(host.name)}\n${oneLine(fund)}\n${host.email}` };
}

const objection: Block = {
  kind: "small",
  text: "Vous recevez ce courriel parce que l'Assurance Maladie organise cette visite avec votre cabinet. Pour ne plus recevoir de courriel ou de visite à ce sujet, répondez-le simplement : votre choix est noté, sans avoir à le justifier.",
};

function whoOf({ host, fund }: InvitationFacts): string {
  return `${oneLine(host.name)}, de la ${oneLine(fund)},`;
}

function whenOf(facts: Pick<InvitationFacts, "startsAt" | "endsAt" | "zone">): string {
  const { day, from, to } = momentOf(facts);
  return `${fullDay(day)}, de ${from} à ${to}`;
}

/** As the clock on the wall of the practice shows it. */
function momentOf({ startsAt, endsAt, zone }: Pick<InvitationFacts, "startsAt" | "endsAt" | "zone">) {
  const start = wallAt(startsAt, zone);
  const clock = (minutes: number) => clockTime(hhmm(minutes));
  return { day: start.day, from: clock(start.minutes), to: clock(wallAt(endsAt, zone).minutes) };
}
