import { createHash, createVerify, generateKeyPairSync } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { smtpRelay } from "~/mail/relay.server";
import { startSink } from "../../support/smtp-sink";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const sink = await startSink();
const relay = smtpRelay({
  url: sink.url,
  connections: 1,
  dkim: {
    domain: "caisse.example",
    selector: "tandem",
    privateKey: String(privateKey.export({ type: "pkcs8", format: "pem" })),
  },
});
afterAll(async () => {
  await relay.close();
  await sink.close();
});

/** RFC 6376, 3.4.2: names in small letters, unfolded, runs of spaces made one. */
const relaxed = (header: string) => {
  const [name = "", ...rest] = header.split(":");
  return `${name.trim().toLowerCase()}:${rest
    .join(":")
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()}`;
};

/** 3.4.4: no spaces at the ends of lines, no empty lines at the end. */
const relaxedBody = (body: string) =>
  `${body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(\r\n)+$/, "")}\r\n`;

it("signs what lets a doctor refuse, and the signature holds for who reads it with the public key alone", async () => {
  await relay.hand({
    messageId: "<1.2.3@caisse.example>",
    returnPath: "retours+2-abc@caisse.example",
    to: "doctor1@cabinet.example",
    from: { name: "Votre caisse d'assurance maladie", address: "tandem@caisse.example" },
    replyTo: null,
    subject: "Un assistant médical à vos côtés",
    html: "<p>Bonjour,  docteur </p>\n".repeat(50),
    text: "Bonjour, docteur",
    headers: {
      "List-Unsubscribe": "<https://tandem.example/lettre/abc/stop>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
  const [letter] = sink.received;
  const raw = letter!.raw!.replace(/^\.\./gm, ".");
  const end = raw.indexOf("\r\n\r\n");
  const headers = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^DKIM-Signature:/i.test(header))!;
  const tag = (name: string) => new RegExp(`[;:\\s]${name}=([^;]*)`).exec(signature)![1]!.replace(/\s+/g, "");

  const signed = tag("h").toLowerCase().split(":");
  expect(signed).toEqual(expect.arrayContaining(["from", "list-unsubscribe", "list-unsubscribe-post", "message-id"]));
  expect(tag("c")).toBe("relaxed/relaxed");
  expect(tag("bh")).toBe(
    createHash("sha256")
      .update(relaxedBody(raw.slice(end + 4)), "latin1")
      .digest("base64"),
  );

  const verifier = createVerify("RSA-SHA256");
  for (const name of signed) {
    const header = headers.find((each) => each.toLowerCase().startsWith(`${name}:`));
    if (header) verifier.update(`${relaxed(header)}\r\n`);
  }
  verifier.update(relaxed(signature.replace(/([;\s]b=)[^;]*/, "$1")));
  expect(verifier.verify(publicKey, tag("b"), "base64")).toBe(true);
});
