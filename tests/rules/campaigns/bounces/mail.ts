import { readFileSync } from "node:fs";

export const sample = (name: string) => readFileSync(`tests/rules/campaigns/bounces/samples/${name}`);

/** A message as it travels; `body` begins after the empty line. */
export function mail(headers: Record<string, string>, body = ""): Uint8Array {
  const lines = Object.entries({ From: "x@cabinet.example", To: "retours@caisse.example", ...headers });
  return Buffer.from(
    `${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${body.replace(/\r?\n/g, "\r\n")}`,
  );
}

/** A report of RFC 3464 with these blocks of recipients. */
export function report(
  blocks: readonly string[],
  given: { notice?: string; type?: string; returned?: string } = {},
): Uint8Array {
  const {
    notice = "Undelivered.",
    type = "message/delivery-status",
    returned = "Message-ID: <letter-7@caisse.example>",
  } = given;
  const part = (contentType: string, text: string) => `--b\r\nContent-Type: ${contentType}\r\n\r\n${text}\r\n`;
  const body = [
    part("text/plain; charset=utf-8", notice),
    part(type, `Reporting-MTA: dns; mx.example\r\n\r\n${blocks.join("\r\n\r\n")}\r\n`),
    part("text/rfc822-headers", returned),
    "--b--\r\n",
  ].join("");
  return mail(
    { From: "MAILER-DAEMON@mx.example", "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b"' },
    body,
  );
}

export const block = (status: string, diagnostic: string, action = "failed", recipient = "x@cabinet.example") =>
  `Final-Recipient: rfc822; ${recipient}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${diagnostic}`;
