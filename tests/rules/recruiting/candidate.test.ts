import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/calendar/day";
import { erasedOn, hasLapsed, isToErase, isToWarn, lapsesOn } from "~/recruiting/candidate";
import { fingerprintsOf } from "~/recruiting/fingerprint";
import { introductionState } from "~/recruiting/introduction";
import { readStopToken, stopToken } from "~/recruiting/stop-link";

const days = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays("2020-01-01", count));
const heard = fc.record({ contactedOn: days, warnedOn: fc.option(days, { nil: null }) });

describe("the consent of a candidate", () => {
  it.each([
    ["2024-02-29", "2026-02-28"],
    ["2024-11-24", "2026-11-24"],
    ["2024-12-31", "2026-12-31"],
  ])("given on %s, lapses on %s", (contactedOn, on) => {
    expect(lapsesOn({ contactedOn })).toBe(on);
    expect(hasLapsed({ contactedOn }, addDays(on, -1))).toBe(false);
    expect(hasLapsed({ contactedOn }, on)).toBe(true);
  });

  it("is erased on the day that was announced, however late the warning", () => {
    expect(erasedOn({ contactedOn: "2024-12-01", warnedOn: "2026-11-01" })).toBe("2026-12-01");
    expect(erasedOn({ contactedOn: "2024-01-01", warnedOn: "2026-11-20" })).toBe("2026-12-04");
  });

  it("never ends in an erasure without a warning two weeks before, whatever the days", () => {
    fc.assert(
      fc.property(heard, days, (given, today) => {
        if (!isToErase(given, today)) return;
        expect(given.warnedOn).not.toBeNull();
        expect(addDays(given.warnedOn!, 14) <= today).toBe(true);
        expect(hasLapsed(given, today)).toBe(true);
        expect(isToWarn(given, today)).toBe(false);
      }),
    );
  });

  it("always comes to a warning, then to the announced erasure", () => {
    fc.assert(
      fc.property(days, (contactedOn) => {
        const warnedOn = addDays(contactedOn, 800);
        expect(isToWarn({ contactedOn, warnedOn: null }, warnedOn)).toBe(true);
        const told = { contactedOn, warnedOn };
        expect(isToErase(told, erasedOn(told))).toBe(true);
        expect(isToErase(told, addDays(erasedOn(told), -1))).toBe(false);
      }),
    );
  });
});

describe("an introduction", () => {
  it("is made by two yeses and nothing else", () => {
    const answers = fc.constantFrom("yes", "no", null);
    fc.assert(
      fc.property(answers, answers, (candidate, doctor) => {
        expect(introductionState({ candidate, doctor }) === "introduced").toBe(candidate === "yes" && doctor === "yes");
      }),
    );
    expect(introductionState({ candidate: "yes", doctor: "no" })).toBe("refused");
    expect(introductionState({ candidate: "yes", doctor: null })).toBe("open");
  });
});

describe("what names a candidate outside", () => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const id = "0f8fad5b-d9cb-469f-a165-70867728950e";

  it("is a link that only the installation can write", () => {
    const token = stopToken(id, key);
    expect(readStopToken(token, key)).toBe(id);
    expect(readStopToken(token, other)).toBeNull();
    expect(readStopToken(token.replace("0f8", "1f8"), key)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readStopToken(text, key)).toBeNull();
      }),
    );
  });

  it("is a print that changes with the key and the fund, not with the case of the address", () => {
    const print = (email: string, fund = 441, with_ = key) => fingerprintsOf(fund, { email, phone: null }, with_);
    expect(print("Nadia@exemple.fr")).toEqual(print("nadia@exemple.fr"));
    expect(print("nadia@exemple.fr")).not.toEqual(print("nadia@exemple.fr", 491));
    expect(print("nadia@exemple.fr")).not.toEqual(print("nadia@exemple.fr", 441, other));
    expect(fingerprintsOf(441, { email: "a@b.fr", phone: "0240111213" }, key)).toHaveLength(2);
  });
});
