import { describe, expect, it } from "vitest";
import { readBounce } from "~/campaigns/bounces/read-bounce";
import { block, mail, report } from "./mail";

const LATIN1 = (text: string) => Buffer.from(text, "latin1");
const kindOf = async (raw: Uint8Array) => (await readBounce(raw)).kind;

describe("a report", () => {
  it("on several recipients keeps each, and is a failure as soon as one failed", async () => {
    const bounce = await readBounce(
      report([
        block("2.0.0", "250 OK", "relayed", "a@cabinet.example"),
        block("5.1.1", "550 5.1.1 User unknown", "failed", "b@cabinet.example"),
        block("4.4.1", "connection timed out", "delayed", "c@cabinet.example"),
      ]),
    );
    expect(bounce).toMatchObject({ kind: "bounce", status: "5.1.1", class: "hard" });
    expect(bounce.reports.map((each) => [each.finalRecipient, each.action, each.class])).toEqual([
      ["a@cabinet.example", "delivered", "accepted"],
      ["b@cabinet.example", "failed", "hard"],
      ["c@cabinet.example", "delayed", "deferred"],
    ]);
  });

  it.each([
    [
      "without a status, the diagnostic speaks",
      "Final-Recipient: rfc822; x@a.fr\r\nAction: failed\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown user",
      "bounce",
      "hard",
      "5.1.1",
    ],
    [
      "with a vague status, the diagnostic is more precise",
      block("5.0.0", "552 5.2.2 over quota"),
      "bounce",
      "mailbox-full",
      "5.2.2",
    ],
    ["that gave up after days accuses nobody", block("4.4.7", "delivery time expired"), "bounce", "deferred", "4.4.7"],
    [
      "on our reputation accuses nobody",
      block("5.7.1", "554 5.7.1 blocked using spamhaus"),
      "bounce",
      "policy",
      "5.7.1",
    ],
    ["that says nothing accuses nobody", block("5.0.0", "550 rejected"), "bounce", "refused", "5.0.0"],
    [
      "in small letters and folded lines",
      "final-recipient: RFC822;\r\n x@a.fr\r\naction: FAILED\r\nstatus: 5.1.1\r\ndiagnostic-code: smtp;\r\n 550 5.1.1\r\n unknown",
      "bounce",
      "hard",
      "5.1.1",
    ],
    ["with an action nobody knows", block("5.1.1", "550 5.1.1 unknown", "pondered"), "unknown", "hard", "5.1.1"],
  ])("%s", async (_what, written, kind, given, status) => {
    expect(await readBounce(report([written]))).toMatchObject({ kind, class: given, status });
  });

  it("of RFC 6533 writes addresses with their accents, or their numbers", async () => {
    const written = (recipient: string) =>
      `Final-Recipient: utf-8; ${recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no`;
    for (const recipient of ["médecin@cabinet.example", "m\\x{E9}decin@cabinet.example"]) {
      const { clues } = await readBounce(report([written(recipient)], { type: "message/global-delivery-status" }));
      expect(clues.finalRecipients).toEqual(["médecin@cabinet.example"]);
    }
  });

  it("in Latin-1 is read all the same", async () => {
    const raw = LATIN1(Buffer.from(report([block("5.0.0", "550 Bo\u00eete aux lettres inconnue")])).toString());
    expect(await readBounce(raw)).toMatchObject({ class: "hard" });
  });

  it("that quotes another one in its notice is not taken for it", async () => {
    const quoted = "> Final-Recipient: rfc822; z@ailleurs.example\n> Action: failed\n> Status: 5.1.1";
    const bounce = await readBounce(report([block("4.2.2", "452 full", "delayed")], { notice: quoted }));
    expect(bounce).toMatchObject({ kind: "delayed", clues: { finalRecipients: ["x@cabinet.example"] } });
  });
});

describe("a refusal in words", () => {
  const daemon = { From: "MAILER-DAEMON@mx.fai.example", "Return-Path": "<>" };
  const qmail =
    "Hi. This is the qmail-send program at mx.fai.example.\nI'm afraid I wasn't able to deliver your message.\n\n<dr@cabinet.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <a@b.example>\n550 5.7.1 spam";
  it.each([
    ["of qmail", { ...daemon, Subject: "failure notice" }, qmail, "hard"],
    [
      "of Exim",
      {
        ...daemon,
        Subject: "Mail delivery failed: returning message to sender",
        "X-Failed-Recipients": "dr@cabinet.example",
      },
      "  dr@cabinet.example\n    host mx.cabinet.example [192.0.2.1]\n    550 5.1.1 No such user",
      "hard",
    ],
    [
      "in French, box full",
      { ...daemon, Subject: "Message non remis" },
      "Le destinataire <dr@cabinet.example> n'a pas pu être joint.\nMotif : 552 Boîte aux lettres pleine",
      "mailbox-full",
    ],
    [
      "in French, about spam",
      { ...daemon, Subject: "Message refusé" },
      "<dr@cabinet.example>\nMotif : 550 message indésirable",
      "policy",
    ],
    [
      "in French, without a reason",
      { ...daemon, Subject: "Échec de la remise" },
      "Votre message pour dr@cabinet.example n'a pas pu être remis.",
      "refused",
    ],
    [
      "in German",
      { ...daemon, Subject: "Unzustellbar: Information" },
      "550 5.1.1 dr@cabinet.example Benutzer unbekannt",
      "hard",
    ],
    [
      "sent as an automatic answer",
      { ...daemon, Subject: "Undelivered Mail", "Auto-Submitted": "auto-replied" },
      "550 5.1.1 <dr@cabinet.example> unknown",
      "hard",
    ],
  ])("%s", async (_what, headers, body, given) => {
    const bounce = await readBounce(mail(headers, body));
    expect(bounce).toMatchObject({ kind: "bounce", class: given, clues: { finalRecipients: ["dr@cabinet.example"] } });
  });

  it("of whoever goes on trying is a delay", async () => {
    const subject = "Warning: message 1kX delayed 24 hours";
    expect(
      await kindOf(mail({ ...daemon, Subject: subject }, "Message to dr@cabinet.example is still being retried.")),
    ).toBe("delayed");
  });
});

describe("an automatic answer", () => {
  const tables: [string, Record<string, string>][] = [
    ["RFC 3834", { Subject: "Re: Information", "Auto-Submitted": "auto-replied (vacation)" }],
    ["X-Autoreply", { Subject: "Re: Information", "X-Autoreply": "yes" }],
    ["X-Autorespond", { Subject: "Merci", "X-Autorespond": "Merci" }],
    ["Precedence", { Subject: "Merci", Precedence: "auto_reply" }],
    ["a read receipt", { Subject: "Lu : Information" }],
    ["an acknowledgement", { Subject: "Accusé de réception" }],
    ...[
      "Absence du bureau : Information",
      "Réponse automatique : Information",
      "Automatic reply: Information",
      "Out of Office: Dr Martin",
      "Re: Absent jusqu'au 30 novembre",
      "Cabinet fermé pour congés",
      "En congés",
      "Auto: Re: Information",
    ].map((Subject): [string, Record<string, string>] => [Subject, { Subject }]),
  ];
  it.each(tables)("known by %s is never a bounce, whatever it says", async (_how, headers) => {
    const words =
      "Le cabinet est fermé. Cette adresse est inconnue de notre secrétariat. 550 5.1.1 user unknown. Boîte pleine.";
    expect(await readBounce(mail(headers, words))).toMatchObject({ kind: "auto-reply", class: null });
  });
});

describe("a person", () => {
  it.each([
    ["STOP", "", "one-click"],
    ["Re: Information", "Désinscrivez-moi.\n\nLe 24 nov. 2026 à 10:00, CPAM a écrit :\n> Bonjour", "one-click"],
    ["unsubscribe", "", "one-click"],
    ["Re: Information", "Merci, voyons-nous mardi.\n\n> pour ne plus recevoir : STOP", "unknown"],
    ["Re: Information", "Je ne suis pas concerné, stop.", "unknown"],
    ["Re: Information", "> STOP\n\nD'accord pour mardi.", "unknown"],
    ["Votre message m'a été retardé", "Bonjour, je vous lis seulement aujourd'hui.", "unknown"],
  ])("who writes « %s » (%j): %s", async (Subject, body, kind) => {
    expect(await kindOf(mail({ Subject, From: "dr@cabinet.example" }, body))).toBe(kind);
  });
});

describe("what nobody should send", () => {
  const nested = (levels: number) =>
    Array.from(
      { length: levels },
      (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
    ).join("");
  it.each<[string, Uint8Array]>([
    ["nothing", Buffer.from("")],
    ["noise", Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256))],
    ["300 levels", Buffer.from(`Subject: x\r\n${nested(300)}`)],
    ["an unknown charset", mail({ Subject: "x", "Content-Type": "text/plain; charset=klingon" }, "abc")],
    ["a winmail", mail({ Subject: "x", "Content-Type": "application/ms-tnef; name=winmail.dat" }, "AAAA")],
    ["a report of nothing", report([])],
    [
      "a report on authentication",
      mail(
        { "Content-Type": 'multipart/report; boundary="b"' },
        "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: auth-failure\n--b--",
      ),
    ],
    [
      "a not-spam report",
      mail(
        { "Content-Type": 'multipart/report; boundary="b"' },
        "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: not-spam\n--b--",
      ),
    ],
  ])("%s is left to a person", async (_what, raw) => {
    expect(await kindOf(raw)).toBe("unknown");
  });

  it("30 MB are read in the time of one", async () => {
    const started = performance.now();
    const big = Buffer.concat([report([block("5.1.1", "550 5.1.1 unknown")]), Buffer.alloc(30_000_000, "a b\r\n")]);
    expect(await readBounce(big)).toMatchObject({ kind: "bounce", class: "hard" });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
