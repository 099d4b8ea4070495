import { blamesAddress, blamesDomain, blamesUs, isFull, type Status, statusOf } from "./enhanced";
import { type Answer, isAnswer, type Reply, type ReplyClass, type Silence } from "./reply";
import {
  BLOCKED_FOR_HOURS,
  FLOODED_MAILBOX,
  FULL,
  GREYLIST,
  NOBODY,
  OUR_FAULT,
  readable,
  says,
  TOO_FAST,
  TOO_LARGE,
} from "./words";

/** When a reply may be read in two ways, the one that blames no address and sends no second copy is taken. */
export function classify(reply: Reply): ReplyClass {
  return isAnswer(reply) ? ofAnswer(reply) : ofSilence(reply);
}

/** Before the final dot nothing was accepted (RFC 5321): only a certificate, a password or a name that leads nowhere is more. */
function ofSilence({ phase, error }: Silence): ReplyClass {
  if (phase === "sent") return "uncertain";
  if (/^(ENOTFOUND|EAI_|EDNS|EAUTH|ENOAUTH|EOAUTH|ETLS|ERR_(TLS|SSL)|EPROTO)|CERT|SIGNATURE|UNABLE_TO_/i.test(error))
    return "global";
  return "retry";
}

function ofAnswer(answer: Answer): ReplyClass {
  const { code, phase } = answer;
  const [text, status] = [readable(answer.text), statusOf(answer.enhanced, answer.text)];
  if (code >= 200 && code < 300) return "accepted";
  // The go-ahead taken for an answer: a stray one came before it, and the body was already on its way.
  if (code === 354) return "uncertain";
  if (code < 400 || code > 599) return isBeforeBody(phase) ? "retry" : "uncertain";
  if (isAboutRelay(code, phase)) return says(text, TOO_FAST) ? "throttled" : "global";
  return code < 500 ? ofTemporary(code, status, text) : ofPermanent(code, status, text);
}

function isBeforeBody(phase: Answer["phase"]): boolean {
  return phase !== undefined && phase !== "body" && phase !== "sent";
}

/** Passwords and encryption (454, 530, 534, 535, 538), or a permanent no before any letter was shown. */
function isAboutRelay(code: number, phase: Answer["phase"]): boolean {
  if ([454, 530, 534, 535, 538].includes(code) || phase === "auth" || phase === "tls") return true;
  return code >= 500 && (phase === "connect" || phase === "greeting" || phase === "hello");
}

/** The first digit decides: what a server calls temporary is tried again, whatever its other code says. */
function ofTemporary(code: number, status: Status | null, text: string): ReplyClass {
  if (says(text, FLOODED_MAILBOX)) return "deferred";
  if (says(text, TOO_FAST)) return "throttled";
  if (says(text, GREYLIST)) return "deferred";
  const isReputation = status?.subject === 7 && (code === 421 || status.detail >= 20);
  return isReputation ? "throttled" : "deferred";
}

function ofPermanent(code: number, status: Status | null, text: string): ReplyClass {
  if (says(text, BLOCKED_FOR_HOURS)) return "throttled";
  if (says(text, FLOODED_MAILBOX)) return "deferred";
  if (says(text, TOO_FAST)) return "throttled";
  if (status?.class === 4) return isFull(status) ? "mailbox-full" : "deferred";
  if (status?.subject === 7) return "policy";
  if (says(text, OUR_FAULT)) return "policy";
  if (says(text, TOO_LARGE)) return "policy";
  if (says(text, FULL) || (status && isFull(status))) return "mailbox-full";
  if (status && blamesUs(status)) return "policy";
  if (status && (blamesAddress(status) || blamesDomain(status))) return "hard";
  if (says(text, NOBODY)) return "hard";
  return withoutWords(code, status);
}

/** 500 to 504 and 555: we spoke badly. 552 alone: storage. 554 alone: policy, by custom, unless the way there is at fault. */
function withoutWords(code: number, status: Status | null): ReplyClass {
  if (status?.subject === 3 || status?.subject === 4) return "refused";
  if (code <= 504 || code === 554 || code === 555) return "policy";
  return code === 552 ? "mailbox-full" : "refused";
}
