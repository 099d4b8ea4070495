import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPhone, readPhone } from "~/format/phone";

describe("a phone number", () => {
  it.each([
    ["0261910001", "0261910001"],
    ["02 61 91 00 01", "0261910001"],
    ["02.61.91.00.01", "0261910001"],
    ["+33 (0)2 61 91 00 01", "0261910001"],
    ["+33261910001", "0261910001"],
    ["0033 2 61 91 00 01", "0261910001"],
    ["33261910001", "0261910001"],
    ["+262 262 00 00 10", "0262000010"],
    ["+596596000011", "0596000011"],
    ["+441632960000", "+441632960000"],
  ])("%s is read %s", (written, phone) => expect(readPhone(written)).toEqual({ phone, restored: false }));

  it("gets its lost zero back, and says so", () => {
    expect(readPhone("261910001")).toEqual({ phone: "0261910001", restored: true });
  });

  it.each(["", "00000000000", "0000000000", "12", "pas de téléphone", "02619100012345678901"])(
    "%j is none",
    (written) => {
      expect(readPhone(written)).toBeNull();
    },
  );

  it("is shown in pairs that never break, and read again from what is shown", () => {
    expect(formatPhone("0261910001")).toBe("02\u00a061\u00a091\u00a000\u00a001");
    expect(formatPhone("+441632960000")).toBe("+441632960000");
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (digits) => {
        expect(readPhone(formatPhone(`0${digits}`))?.phone).toBe(`0${digits}`);
      }),
    );
  });
});
