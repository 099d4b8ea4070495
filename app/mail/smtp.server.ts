import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer";

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
  return {
    async deliver(letter) {
      await transport.sendMail({ to: letter.to, subject: letter.subject, html: letter.html, text: letter.text });
    },
    async close() {
      transport.close();
    },
  };
}
