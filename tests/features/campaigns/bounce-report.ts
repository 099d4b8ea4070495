/** What Postfix writes of a letter it could not deliver. */
export const bounceReport = (to: string, status: string, diagnostic: string) =>
  Buffer.from(
    [
      "From: MAILER-DAEMON@relay.example",
      `To: ${to}`,
      "Subject: Undelivered Mail Returned to Sender",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Your message could not be delivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; relay.example",
      "",
      "Final-Recipient: rfc822; somebody@cabinet.example",
      "Action: failed",
      `Status: ${status}`,
      `Diagnostic-Code: smtp; ${diagnostic}`,
      "",
      "--b--",
      "",
    ].join("\r\n"),
  );
