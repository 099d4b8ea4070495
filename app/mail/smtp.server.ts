import { createTransport } from "nodemailer";
import type { Letter, Mailer } from "./mailer";

/** A real relay. Retries belong to the queue, so the library's own are off; it may read no file and no address. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 4,
      maxRequeues: 0,
      socketTimeout: 660_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never,
    { from },
  );
  const address = addressIn(from);
  return {
    async deliver(letter) {
      await transport.sendMail(messageOf(letter, address) as never);
    },
    async close() {
      transport.close();
    },
  };
}

/** People as objects, never as text: a name or an address cannot become a second one. */
function messageOf(letter: Letter, address: string) {
  const { to, subject, html, text, senderName, replyTo, reference, stopPage, calendar } = letter;
  return {
    to: { name: "", address: to },
    subject,
    html,
    text,
    ...(senderName === undefined ? {} : { from: { name: senderName, address } }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(reference === undefined ? {} : { messageId: `<${reference}@${address.split("@")[1]}>` }),
    ...(stopPage === undefined ? {} : { headers: stopHeaders(stopPage) }),
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: calendar.method, filename: calendar.fileName, content: calendar.text } }),
  };
}

function stopHeaders(stopPage: string) {
  return { "List-Unsubscribe": `<${stopPage}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** "Tandem <tandem@cpam.example>" → "tandem@cpam.example" */
function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
