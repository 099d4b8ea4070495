/** Errors that come before the letter itself is handed over. */
const BEFORE = [
  "EDNS",
  "EAUTH",
  "ENOAUTH",
  "EENVELOPE",
  "ETLS",
  "EREQUIRETLS",
  "ECONFIG",
  "EPROXY",
  "CONNECT_TIMEOUT",
  "GREETING_TIMEOUT",
];

/**
 * Whether a letter may have left although its delivery failed. An answer of the relay is a no; a connection that was
 * never made carried nothing. Anything else (silence, a cut) may have come after the last line: the library gives the
 * same command for a cut at the beginning and at the end, so its word is not taken.
 */
export function mayHaveLeft(error: unknown): boolean {
  const { responseCode, code, syscall, timeoutType } = (error ?? {}) as Partial<Record<string, unknown>>;
  const isAnswered = typeof responseCode === "number";
  const isBefore = syscall === "connect" || BEFORE.includes(String(code)) || BEFORE.includes(String(timeoutType));
  return !isAnswered && !isBefore;
}
