import { expect, it } from "vitest";
import { returnRate } from "~/campaigns/deliverability/bounce-rate";

it.each([
  [0, 5_000, "below"],
  [50, 5_000, "below"],
  [2, 60, "doubtful"],
  [0, 20, "doubtful"],
  [27, 1_344, "doubtful"],
  [200, 5_000, "above"],
])("%i returned of %i stands %s the bound", (returned, handed, standing) => {
  expect(returnRate(returned, handed)!.standing).toBe(standing);
});

it("has no rate where nothing was handed over", () => {
  expect(returnRate(0, 0)).toBeNull();
});
