import fs from "node:fs";
import { createTransport } from "nodemailer";
import type { LetterValues } from "~/campaigns/letters/fields";
import { merge } from "~/campaigns/letters/merge";
import type { Template } from "~/campaigns/letters/template";

/** The floor: a template compiled once, a pool, and nothing written down. Run as a process of its own. */
interface BareJob {
  readonly url: string;
  readonly count: number;
  readonly template: Template;
  readonly values: LetterValues;
  readonly dkim: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string } | null;
}

const CONNECTIONS = 10;
const OUTSTANDING = 20;

const { url, count, template, values, dkim } = JSON.parse(fs.readFileSync(process.argv[2]!, "utf8")) as BareJob;
const transport = createTransport({
  url,
  pool: true,
  maxConnections: CONNECTIONS,
  maxMessages: Number.POSITIVE_INFINITY,
  ...(dkim ? { dkim } : {}),
} as never);

let next = 0;
const sendOn = async () => {
  for (let mine = next++; mine < count; mine = next++) {
    const stop = `<https://tandem.example/lettre/${mine}/stop>`;
    await transport.sendMail({
      from: { name: "Votre caisse", address: "tandem@caisse.example" },
      to: `doctor${mine + 1}@cabinet.example`,
      headers: { "List-Unsubscribe": stop, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
      ...merge(template, values),
    });
  }
};
await Promise.all(Array.from({ length: OUTSTANDING }, sendOn));
transport.close();
