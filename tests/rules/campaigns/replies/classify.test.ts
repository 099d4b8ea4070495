import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "~/campaigns/replies/classify";
import { providerOf } from "~/campaigns/replies/provider";
import { PHASES, type Phase } from "~/campaigns/replies/reply";
import { pauseMinutes, retryAt } from "~/campaigns/replies/retry";
import { CORPUS } from "./corpus";

describe.each(Object.entries(CORPUS))("%s", (_provider, lines) => {
  it.each(lines.map((line) => ({ line })))("$line", ({ line: [expected, code, text, enhanced] }) => {
    expect(classify({ code, text, enhanced: enhanced ?? null })).toBe(expected);
  });
});

it("is a corpus of more than 120 replies", () => {
  expect(Object.values(CORPUS).flat().length).toBeGreaterThan(120);
});

describe("a server that falls silent", () => {
  const lost: [Phase, string, string][] = PHASES.flatMap((phase) =>
    ["ECONNRESET", "ECONNECTION", "ETIMEDOUT", "ESOCKET", "EPIPE"].map((error): [Phase, string, string] => [
      phase,
      error,
      phase === "sent" ? "uncertain" : "retry",
    ]),
  );
  it.each([
    ...lost,
    ["connect", "ENOTFOUND", "global"],
    ["connect", "EAI_AGAIN", "global"],
    ["connect", "EDNS", "global"],
    ["connect", "ECONNREFUSED", "retry"],
    ["tls", "ETLS", "global"],
    ["tls", "CERT_HAS_EXPIRED", "global"],
    ["tls", "DEPTH_ZERO_SELF_SIGNED_CERT", "global"],
    ["tls", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "global"],
    ["tls", "ERR_TLS_CERT_ALTNAME_INVALID", "global"],
    ["auth", "EAUTH", "global"],
    ["sent", "ETLS", "uncertain"],
  ] as const)("at %s with %s: %s", (phase, error, expected) => {
    expect(classify({ phase, error })).toBe(expected);
  });
});

describe("an answer, and when it came", () => {
  it.each([
    ["greeting", 554, "5.7.1 No SMTP service here", "global"],
    ["greeting", 421, "4.7.0 Too many connections", "throttled"],
    ["hello", 550, "go away", "global"],
    ["auth", 454, "4.7.0 Temporary authentication failure", "global"],
    ["tls", 454, "TLS not available", "global"],
    ["rcpt", 199, "what", "retry"],
    ["rcpt", 999, "what", "retry"],
    ["sent", 199, "what", "uncertain"],
    ["sent", 550, "5.1.1 User unknown", "hard"],
    ["sent", 451, "4.3.0 later", "deferred"],
  ] as const)("at %s, %i %s: %s", (phase, code, text, expected) => {
    expect(classify({ phase, code, text })).toBe(expected);
  });
});

describe("whatever a server says", () => {
  const anything = fc.record({ code: fc.integer({ min: -1, max: 1_000 }), text: fc.string() });
  it("no temporary code condemns an address, and no code below 500 or above 599 either", () => {
    fc.assert(
      fc.property(anything, ({ code, text }) => {
        const given = classify({ code, text });
        if (code < 500 || code > 599) expect(["hard", "mailbox-full", "policy", "refused"]).not.toContain(given);
        if (code < 200 || code >= 300) expect(given).not.toBe("accepted");
      }),
      { numRuns: 500 },
    );
  });
  it("no 5.7.x condemns an address", () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.constantFrom(
          ...Object.values(CORPUS)
            .flat()
            .map(([, , text]) => text),
        ),
        (detail, text) => {
          expect(classify({ code: 550, enhanced: `5.7.${detail}`, text })).not.toBe("hard");
        },
      ),
      { numRuns: 500 },
    );
  });
  it("megabytes cost nothing", () => {
    const started = performance.now();
    for (const sign of ["a ", "550-user ", "(", "boite ", "\u00e9"])
      classify({ code: 550, text: sign.repeat(1_000_000) });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("a provider", () => {
  it.each([
    ["dr.martin@orange.fr", "orange"],
    ["dr.martin@WANADOO.FR", "orange"],
    ["x@neuf.fr", "sfr"],
    ["x@numericable.fr", "sfr"],
    ["x@aliceadsl.fr", "free"],
    ["x@laposte.net", "laposte"],
    ["x@gmail.com", "google"],
    ["x@hotmail.fr", "microsoft"],
    ["x@yahoo.fr", "yahoo"],
    ["x@orange.fr.", "orange"],
    ['"a@gmail.com"@cabinet-martin.fr', "cabinet-martin.fr"],
    ["x@orange.fr.evil.example", "orange.fr.evil.example"],
    ["x@sub.orange.fr", "sub.orange.fr"],
    ["x@médecins.example", "xn--mdecins-bya.example"],
    ["x@xn--mdecins-bya.example", "xn--mdecins-bya.example"],
  ])("of %s is %s", (address, provider) => expect(providerOf(address)).toBe(provider));
});

describe("the next attempt", () => {
  const now = new Date("2026-11-24T09:00:00Z");
  const horizon = new Date("2026-11-27T09:00:00Z");
  const minutes = (attempt: number, seed: number) =>
    (retryAt(attempt, seed, now, horizon)!.getTime() - now.getTime()) / 60_000;

  it.each([
    [1, 5],
    [2, 15],
    [3, 45],
    [4, 120],
    [5, 360],
    [6, 720],
    [7, 1_440],
    [8, 1_440],
  ])("after %i attempts comes about %i minutes later, spread over a fifth each way", (attempt, expected) => {
    const drawn = Array.from({ length: 400 }, (_, seed) => minutes(attempt, seed + 35_000));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(expected * 0.8 - 0.001);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(expected * 1.2 + 0.001);
    expect(Math.max(...drawn) - Math.min(...drawn)).toBeGreaterThan(expected * 0.3);
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    expect(Math.abs(mean / expected - 1)).toBeLessThan(0.03);
  });
  it("is the same for the same letter, and another for its neighbour", () => {
    expect(retryAt(3, 1_007, now, horizon)).toEqual(retryAt(3, 1_007, now, horizon));
    expect(retryAt(3, 1_007, now, horizon)).not.toEqual(retryAt(3, 1_008, now, horizon));
  });
  it("never lies beyond the horizon, and seven fit in 72 hours", () => {
    expect(retryAt(1, 1, now, new Date("2026-11-24T09:03:00Z"))).toBeNull();
    let [at, attempt] = [now as Date | null, 0];
    const simulated: Date[] = [];
    while (at) {
      attempt += 1;
      at = retryAt(attempt, 42, at, horizon);
      if (at) simulated.push(at);
    }
    expect(simulated.length).toBeGreaterThanOrEqual(7);
    expect(simulated.at(-1)!.getTime()).toBeLessThanOrEqual(horizon.getTime());
  });
  it("of a group that Orange blocks is at least two hours away", () => {
    expect(pauseMinutes("421 Service refuse. OFR_999 [999]")).toBeGreaterThanOrEqual(120);
    expect(pauseMinutes("421 4.7.0 Too many connections")).toBe(15);
  });
});
