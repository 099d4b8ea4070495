import type { Handed } from "~/mail/relay";
import type { Outcome } from "~db/queries/recipients";
import { classify } from "../replies/classify";
import type { Phase } from "../replies/reply";
import { pauseMinutes, retryAt } from "../replies/retry";

interface Tried {
  readonly id: number;
  readonly attempts: number;
}

/** Seconds before what nobody accepted is offered again. */
const SOON = 30;
/** A refusal of ours is tried once more after somebody has put it right; a second one is about the letter itself. */
const POLICY_TRIES = 2;
const POLICY_SECONDS = 3_600;

/** What one exchange means for its row: `horizon` is when we give up. */
export function outcomeOf({ id, attempts }: Tried, handed: Handed, now: Date, horizon: Date): Outcome {
  const reply = handed.kind === "answer" ? handed.text : handed.detail;
  const as = (state: Outcome["state"], name: string, inSeconds = 0, counts = true): Outcome => ({
    id,
    state,
    class: name,
    reply,
    inSeconds,
    counts,
  });
  const name = classOf(handed);
  switch (name) {
    case "accepted":
    case "uncertain":
      return as(name, name);
    case "hard":
    case "refused":
      return as("rejected", name);
    case "deferred":
    case "mailbox-full": {
      const next = retryAt(attempts + 1, id, now, horizon);
      return next ? as("deferred", name, (next.getTime() - now.getTime()) / 1000) : as("rejected", name);
    }
    case "policy":
      return attempts + 1 < POLICY_TRIES ? as("deferred", name, POLICY_SECONDS) : as("rejected", name);
    case "throttled":
      return as("waiting", name, pauseMinutes(reply) * 60, false);
    case "global":
    case "retry":
      return as("waiting", name, SOON, false);
  }
}

function classOf(handed: Handed) {
  if (handed.kind === "answer") {
    const phase = phaseOf(handed.command, handed.bodyComplete);
    return classify({ code: handed.code, text: handed.text, ...(phase ? { phase } : {}) });
  }
  return classify({
    phase: handed.bodyComplete ? "sent" : (phaseOf(handed.command, false) ?? "connect"),
    error: handed.code,
  });
}

/** The library names the command it was at. */
const PHASE_OF: Readonly<Record<string, Phase>> = {
  CONN: "greeting",
  EHLO: "hello",
  HELO: "hello",
  LHLO: "hello",
  STARTTLS: "tls",
  "MAIL FROM": "mail",
  "RCPT TO": "rcpt",
  DATA: "data",
};

function phaseOf(command: string | null, bodyComplete: boolean): Phase | undefined {
  if (bodyComplete) return "sent";
  if (command === null) return undefined;
  return command.startsWith("AUTH") ? "auth" : PHASE_OF[command];
}
