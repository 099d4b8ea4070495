import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { AV7_GRID, MAINTAIN_FROM_AGE, NEWLY_INSTALLED } from "~/aids/objective-grid";
import { OPTION_RULES } from "~/aids/open-options";
import { MT_DISTRIBUTIONS } from "~/aids/percentiles";
import { SCHEDULES } from "~/aids/schedules";
import { collective2026 } from "~/aids/schedules/collective-2026";

/** Published figures are never edited: another schedule is added beside them. */
test.each([
  ["amounts before June 2024", SCHEDULES[0], "42b60307ef8e356a"],
  ["amounts from June 2024", SCHEDULES[1], "902080da00ef33cc"],
  ["collective amounts", collective2026, "89e17643d0af7fc0"],
  ["objectives of avenant 7", AV7_GRID, "ade5a2d2e7e0c2e8"],
  ["objectives of the elder and the newly installed", [MAINTAIN_FROM_AGE, NEWLY_INSTALLED], "acbba4b18dc733cd"],
  ["options", OPTION_RULES, "b5db6f455578abf5"],
  ["percentiles", MT_DISTRIBUTIONS, "e88b9e4a434a6450"],
])("%s are as they were published", (_name, data, print) => {
  expect(createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 16)).toBe(print);
});
