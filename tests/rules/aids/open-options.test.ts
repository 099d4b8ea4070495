import { describe, expect, test } from "vitest";
import { type OptionRequest, optionAvailability } from "~/aids/open-options";

const REQUEST: OptionRequest = {
  version: "CONV2024",
  zone: "ZIP",
  specialty: "MEDECINE_GENERALE",
  isMEP: false,
  currentContract: { optionEtp: "1", contractYear: 3, objectivesMet: true },
};

describe("which options a new contract may take", () => {
  test("a third closed on 1 May 2023, a half is always open", () => {
    const open = (version: OptionRequest["version"], option: "1/3" | "0.5") =>
      optionAvailability(option, { ...REQUEST, version }).available;
    expect((["AV7", "RA2023", "CONV2024"] as const).map((version) => open(version, "1/3"))).toEqual([
      "yes",
      "no",
      "no",
    ]);
    expect((["AV7", "RA2023", "CONV2024"] as const).map((version) => open(version, "0.5"))).toEqual(
      Array(3).fill("yes"),
    );
  });

  test("full time under avenant 7 depends on the zone", () => {
    const open = (zone: OptionRequest["zone"]) =>
      optionAvailability("1", { ...REQUEST, version: "AV7", zone }).available;
    expect((["ZIP", "ZAC", "ZV", "HZ", null] as const).map(open)).toEqual(["yes", "unknown", "no", "no", "unknown"]);
    expect(optionAvailability("1", { ...REQUEST, zone: "HZ" }).available).toBe("yes");
  });

  test("a second assistant needs every condition; what is not known stays open", () => {
    expect(optionAvailability("1.5", REQUEST).available).toBe("yes");
    expect(optionAvailability("2", { ...REQUEST, isMEP: null })).toEqual({
      available: "unknown",
      failing: [],
      unresolved: ["SECOND_ASSISTANT_MEP"],
    });
    expect(optionAvailability("2", { ...REQUEST, isMEP: null, zone: "ZAC", specialty: "ORL" })).toMatchObject({
      available: "no",
      failing: ["SECOND_ASSISTANT_NOT_GP", "SECOND_ASSISTANT_ZONE"],
    });
  });
});
