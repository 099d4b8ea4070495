import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNELS, hasOptedOut, type KnownAddress, mayWrite } from "~/doctors/contactability";

const plain = (address: string, notedOn = "2026-10-01"): KnownAddress => ({ address, kind: "plain", notedOn });
const mssante: KnownAddress = { address: "c.martin@medecin.mssante.fr", kind: "mssante", notedOn: "2026-11-01" };
const order: KnownAddress = { address: "c.martin@ordre.example", kind: "order", notedOn: "2026-11-01" };
const write = (addresses: KnownAddress[], optOuts: { channel: string; category: string | null }[] = []) =>
  mayWrite({ addresses, optOuts });

describe("writing to a doctor", () => {
  it("uses the newest ordinary address", () => {
    const addresses = [plain("ancienne@cabinet.example", "2025-01-01"), plain("nouvelle@cabinet.example"), mssante];
    expect(write(addresses)).toEqual({ may: true, to: "nouvelle@cabinet.example" });
  });

  it("never uses an address given for another purpose, and says which", () => {
    expect(write([mssante])).toMatchObject({ because: "no-address", why: expect.stringMatching(/sécurisée de santé/) });
    expect(write([order])).toMatchObject({ because: "no-address", why: expect.stringMatching(/confiée à l'Ordre/) });
    expect(write([])).toMatchObject({ because: "no-address", why: "Aucune adresse électronique n'est connue." });
  });

  it("is refused by an objection to letters, not by one to visits or to another kind of letter", () => {
    const known = [plain("c.martin@cabinet.example")];
    expect(write(known, [{ channel: "email", category: null }])).toMatchObject({ may: false, because: "opt-out" });
    expect(write(known, [{ channel: "visit", category: null }])).toMatchObject({ may: true });
    expect(write(known, [{ channel: "email", category: "event" }])).toMatchObject({ may: true });
    expect(mayWrite({ addresses: known, optOuts: [{ channel: "email", category: "event" }] }, "event").may).toBe(false);
  });

  it.each([
    "a@good.example,b@evil.example",
    "a@good.example\r\nBcc: b@evil.example",
    "Nom <a@good.example>",
    "a@@b.example",
    "a@b",
    "",
    `${"a".repeat(250)}@b.example`,
  ])("does not trust %j to be one mailbox", (address) => {
    expect(write([plain(address)])).toMatchObject({ may: false, because: "no-address" });
  });

  it("an objection to the whole channel is never outweighed", () => {
    const kinds = fc.constantFrom("plain", "mssante", "order");
    const address = fc.record({ address: fc.emailAddress(), kind: kinds, notedOn: fc.constant("2026-01-01") });
    fc.assert(
      fc.property(fc.array(address), fc.array(fc.constantFrom(...CHANNELS)), (addresses, channels) => {
        const optOuts = channels.map((channel) => ({ channel, category: null }));
        const answer = mayWrite({ addresses, optOuts });
        expect(answer.may && hasOptedOut(optOuts, "email")).toBe(false);
        if (answer.may)
          expect(addresses).toContainEqual(expect.objectContaining({ address: answer.to, kind: "plain" }));
      }),
    );
  });
});
