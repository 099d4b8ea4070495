import { describe, expect, it } from "vitest";
import { readRpps, rppsKeyHolds } from "~/doctors/rpps";

describe("an RPPS number", () => {
  it("is read with or without its type digit, and with the blanks people type", () => {
    for (const written of ["99700042379", "899700042379", "997 0004 2379", "99700042379 "]) {
      expect(readRpps(written)).toEqual({ ok: true, rpps: "99700042379", keyHolds: true, restored: false });
    }
  });

  it("is kept when its key is false: the registry's own documentation has such numbers", () => {
    expect(readRpps("10003461033")).toMatchObject({ ok: true, keyHolds: false });
  });

  it("gets its lost zeros back only when the key then holds", () => {
    expect(rppsKeyHolds("1000000008")).toBe(true);
    expect(readRpps("1000000008")).toEqual({ ok: true, rpps: "01000000008", keyHolds: true, restored: true });
    expect(readRpps("9970004274")).toMatchObject({ ok: false, why: "Numéro RPPS de 10 chiffres au lieu de 11." });
  });

  it.each(["", "ABC", "9,97E+10", "9.97000e10", "99700042379x", "0449990017000"])(
    "refuses %j with a reason",
    (written) => {
      expect(readRpps(written)).toMatchObject({ ok: false, why: expect.stringMatching(/^Numéro RPPS/) });
    },
  );
});
