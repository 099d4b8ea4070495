import type { Context } from "~/access/context";
import { dayIn } from "~/calendar/zoned";
import { writingTo } from "~/doctors/opt-outs.server";
import { conflict, invalid, notFound } from "~/errors";
import { politeName } from "~/format/names";
import { changeLetter, type LetterChange, type LetterSheet, letterById } from "~db/queries/follow-up-letters";
import { visitDoctorsOf } from "~db/queries/visit-doctors";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { practiceLines } from "../practice";
import { isId } from "../report/client-id";
import { momentAt } from "../report/moment";
import type { LetterAsk } from "./letter.form";
import { oppositionOf } from "./letter-message";
import type { LetterState } from "./letter-state";

export async function openLetter(ctx: Context, letterId: string | undefined) {
  const letter = await letterSeen(ctx, letterId);
  const [doctor] = await visitDoctorsOf(ctx.tx, [letter.doctor_id]);
  const heldOn = dayIn(letter.zone, letter.held_at);
  return {
    id: letter.id,
    version: letter.version,
    state: letter.state,
    subject: letter.subject,
    body: letter.body,
    recipient: letter.recipient,
    failure: letter.failure,
    isMine: letter.delegate_id === ctx.actor.id,
    delegate: letter.delegate,
    fund: letter.fund,
    visitId: letter.visit_id,
    doctor: {
      name: politeName({ lastName: letter.last_name, firstName: letter.first_name }),
      practice: doctor ? practiceLines(doctor) : [],
    },
    heldOn,
    today: dayIn(letter.zone, ctx.now),
    writing: await writingTo(ctx, letter.doctor_id),
    opposition: oppositionOf({ heldOn, sender: { name: letter.delegate ?? "", email: letter.delegate_email ?? "" } }),
    asked: letter.asked_at && momentAt(letter.asked_at, letter.zone),
    sent: letter.sent_at && momentAt(letter.sent_at, letter.zone),
  };
}

/** What the page's buttons ask for. */
export async function workOnLetter(ctx: Context, letterId: string | undefined, ask: LetterAsk): Promise<void> {
  const letter = await letterSeen(ctx, letterId);
  if (letter.delegate_id !== ctx.actor.id)
    throw conflict(
      `Ce courriel est celui de ${letter.delegate ?? "quelqu'un d'autre"} : vous pouvez le lire seulement.`,
    );
  switch (ask.intent) {
    case "save":
      return move(ctx, letter, ask, ["draft"], { subject: ask.subject, body: ask.body, failure: null });
    case "send":
      return askToSend(ctx, letter, ask);
    case "take-back":
      return move(ctx, letter, ask, ["waiting"], { state: "draft", asked_at: null, recipient: null });
    case "discard":
      return move(ctx, letter, ask, ["draft", "uncertain"], { state: "discarded" });
    case "arrived":
      return move(ctx, letter, ask, ["uncertain"], { state: "sent", sent_at: letter.asked_at });
    case "write-again":
      return move(ctx, letter, ask, ["uncertain", "discarded"], { state: "draft", asked_at: null, recipient: null });
  }
}

/** Nobody is written to at an address other than the one they saw on the button. */
async function askToSend(ctx: Context, letter: LetterSheet, ask: Extract<LetterAsk, { intent: "send" }>) {
  const writing = await writingTo(ctx, letter.doctor_id);
  if (!writing.may) throw conflict(`${writing.why} Rien n'a été envoyé ; vous pouvez imprimer la lettre.`);
  if (writing.to !== ask.to)
    throw invalid({ to: ["L'adresse de ce médecin vient de changer. Relisez-la avant d'envoyer."] });
  await move(ctx, letter, ask, ["draft"], {
    state: "waiting",
    subject: ask.subject,
    body: ask.body,
    recipient: writing.to,
    asked_at: ctx.now,
    failure: null,
  });
  await later(ctx, catalog.sendFollowUpLetter, { letterId: letter.id });
}

async function move(
  ctx: Context,
  { id }: LetterSheet,
  { version }: { version: number },
  states: readonly LetterState[],
  change: LetterChange,
): Promise<void> {
  if (!(await changeLetter(ctx.tx, { id, states, version }, change)))
    throw conflict(
      "Ce courriel vient de changer ailleurs, ou il est déjà parti. Rechargez la page avant de continuer.",
    );
}

async function letterSeen(ctx: Context, letterId: string | undefined): Promise<LetterSheet> {
  const letter = isId(letterId) ? await letterById(ctx.tx, letterId) : undefined;
  if (!letter) throw notFound("Courriel");
  return letter;
}
