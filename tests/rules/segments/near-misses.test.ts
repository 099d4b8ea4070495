import { expect, test } from "vitest";
import { readCriteriaText } from "~/segments/criteria.form";
import { NEAR_MISSES, NEAR_MISSES_PATH } from "~/segments/near-misses";

test("the link opens the criteria it names", () => {
  const carried = new URL(NEAR_MISSES_PATH, "https://tandem.example").searchParams.get("criteres");
  expect(readCriteriaText(carried!)).toEqual({ ok: true, criteria: NEAR_MISSES });
});
