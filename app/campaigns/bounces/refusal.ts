import { says } from "../replies/words";
import type { Report } from "./bounce";
import { meaningOf } from "./delivery-status";
import { header, type Message } from "./message";

const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|mdaemon|double-bounce)@/;
const UNDELIVERED =
  /undeliver|not delivered|delivery (failure|status|has failed|report)|returned (mail|to sender)|failure notice|mail delivery failed|non[- ](distribu|remis|d[ée]livr)|[ée]chec (de|d'|lors)|impossible de (remettre|distribuer|d[ée]livrer)|message (refus|rejet)|retour(n[ée])? [àa] l'exp[ée]diteur|remise (impossible|[ée]chou)|unzustellbar/i;
const STILL_TRYING =
  /delayed|warning: (message|could not send)|still being retried|retard[ée]?|diff[ée]r[ée]e?\b|sera r[ée]essay/i;
const WAS_REFUSED =
  /\b5\d\d[ -]|\b5\.\d{1,3}\.\d{1,3}\b|user unknown|n'a pas pu [êe]tre (remis|distribu|d[ée]livr)|could not be delivered|wasn't delivered|permanent (error|failure)|couldn't be delivered|inconnu|inexistant/i;
/** Below these lines stands our own letter, or somebody else's refusal. */
const COPY =
  /^(--- ?below this line|-{2,} ?(this is a copy|original message|message original|returned message|message d'origine|headers|en-t[êe]tes)|>|_{10,}|received: from )/im;

/** A refusal written for people, as French providers still do: no report to read but its words. */
export function refusalIn(message: Message): Report[] | null {
  const isDaemon = DAEMON.test(message.from) || message.headers.has("x-failed-recipients");
  const own = ownWords(message.text);
  const isTold = says(message.subject, UNDELIVERED) || says(message.subject, STILL_TRYING);
  const isRefusal = isTold
    ? isDaemon || isFromNobody(message) || says(own, WAS_REFUSED)
    : isDaemon && says(own, WAS_REFUSED);
  if (!isRefusal) return null;
  const isDelay = says(message.subject, STILL_TRYING) && !says(own, /\b5\d\d[ -]|\b5\.\d{1,3}\.\d{1,3}\b/);
  const action = isDelay ? "delayed" : "failed";
  const diagnostic = reasonIn(own);
  const named = namedIn(message, own);
  return (named.length > 0 ? named : [null]).map((finalRecipient) => ({
    originalRecipient: null,
    finalRecipient,
    action,
    ...meaningOf(action, "", diagnostic),
  }));
}

/** The words before a copy of something else begins. */
function ownWords(text: string): string {
  const copy = text.search(COPY);
  return (copy > 0 ? text.slice(0, copy) : text).slice(0, 5_000);
}

/** The line with a code, else what follows « Motif », else the whole. */
function reasonIn(own: string): string {
  const coded = /^.*?(\b[45]\d\d[ -].*|#?[45]\.\d{1,3}\.\d{1,3}\b.*)$/m.exec(own)?.[1];
  const named = /^\s*(?:motif|raison|cause|reason|erreur|error)\s*:\s*(.+)$/im.exec(own)?.[1];
  return (coded ?? named ?? own.replace(/\s+/g, " ")).trim().slice(0, 500);
}

function namedIn(message: Message, own: string): string[] {
  const failed = header(message, "x-failed-recipients")
    .split(/[,\s]+/)
    .filter(Boolean);
  if (failed.length > 0) return failed;
  const all = own.match(/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g) ?? [];
  const ours = header(message, "to").toLowerCase();
  const others = all.filter((address) => !ours.includes(address.toLowerCase()) && !DAEMON.test(address.toLowerCase()));
  return [...new Set(others)].slice(0, 1);
}

function isFromNobody(message: Message): boolean {
  return header(message, "return-path").trim() === "<>";
}
