import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBounce } from "~/campaigns/bounces/read-bounce";
import { readReturnPath, recipientAmong, returnPath } from "~/campaigns/bounces/verp";
import { block, mail, report } from "./mail";

const key = Buffer.from("k".repeat(32));
const MAILBOX = "retours@caisse.example";

describe("a return path", () => {
  it("names its recipient, in whatever case it comes back, and fits the 64 signs of a local part", () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (id) => {
        const address = returnPath(id, key, MAILBOX);
        expect(address).toMatch(/^retours\+[0-9a-z]+-[a-z2-7]{16}@caisse\.example$/);
        expect(address.indexOf("@")).toBeLessThanOrEqual(64);
        expect(readReturnPath(address, key)).toBe(id);
        expect(readReturnPath(address.toUpperCase(), key)).toBe(id);
        expect(readReturnPath(address, Buffer.from("z".repeat(32)))).toBeNull();
      }),
    );
  });

  it("is found in what servers wrap it in", () => {
    const address = returnPath(1_007, key, MAILBOX);
    for (const wrapped of [
      `prvs=1234abcdef=${address}`,
      `SRS0=HHH=TT=caisse.example=${address.replace("@caisse.example", "@autre.example")}`,
      `<${address}>`,
    ])
      expect(readReturnPath(wrapped, key)).toBe(1_007);
  });

  it("forged or altered, names nobody", () => {
    const address = returnPath(1_007, key, MAILBOX);
    const neighbour = address.replace("+rz-", "+s0-");
    for (const wrong of [
      "",
      "retours@caisse.example",
      "bounce+c42.r1007.k9f3ab2@retours.caisse.example",
      neighbour,
      address.replace("-", "-a"),
      address.replace("+rz-", "+0rz-"),
    ])
      expect(readReturnPath(wrong, key)).toBeNull();
    for (let at = address.indexOf("-") + 1; at < address.indexOf("@"); at += 1) {
      const altered = address.slice(0, at) + (address[at] === "a" ? "b" : "a") + address.slice(at + 1);
      expect(readReturnPath(altered, key)).toBeNull();
    }
  });
});

describe("a report leads to a recipient", () => {
  const address = returnPath(1_007, key, MAILBOX);
  const dead = block("5.1.1", "550 5.1.1 unknown", "failed", "victime@cabinet.example");

  it("by the address it came to, or by the letter it returns", async () => {
    const arrived = await readBounce(
      mail({ To: address, Subject: "Undelivered", "Return-Path": "<>" }, "550 5.1.1 unknown"),
    );
    expect(recipientAmong(arrived.clues.returnPaths, key)).toBe(1_007);
    const returned = await readBounce(
      report([dead], { returned: `Return-Path: <${address}>\r\nMessage-ID: <x@caisse.example>` }),
    );
    expect(recipientAmong(returned.clues.returnPaths, key)).toBe(1_007);
  });

  it("never by the address of a doctor that somebody wants silenced", async () => {
    const forged = await readBounce(
      report([dead], { returned: "Return-Path: <retours+rz-aaaaaaaaaaaaaaaa@caisse.example>" }),
    );
    expect(forged).toMatchObject({ kind: "bounce", clues: { finalRecipients: ["victime@cabinet.example"] } });
    expect(recipientAmong(forged.clues.returnPaths, key)).toBeNull();
  });
});
