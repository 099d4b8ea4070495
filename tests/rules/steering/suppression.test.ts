import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guesses, ratio, suppressed } from "~/steering/nation/suppression";

const counts = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 3_000 })), { maxLength: 30 })
  .map((values) => new Map(values.map((value, at) => [String(at), value] as const)));

/** Every way the hidden cells may be, by brute force: what each small one may hold. */
function possible(rest: number, small: number, masked: number): number[] {
  const others = (left: number, many: number): boolean => {
    const [low, high] = [many + 11 * masked, masked > 0 ? Infinity : 10 * many];
    return left >= low && left <= high;
  };
  return Array.from({ length: 10 }, (_, at) => at + 1).filter((value) => others(rest - value, small - 1));
}

describe("figures by département", () => {
  it("never show a count from 1 to 10, and change none they show", () => {
    fc.assert(
      fc.property(counts, (known) => {
        for (const [place, told] of suppressed(known).cells) {
          if (told.hidden) expect(known.get(place)).toBeGreaterThan(0);
          else expect([0, known.get(place)]).toContain(told.value);
          if (!told.hidden) expect(told.value > 0 && told.value < 11).toBe(false);
        }
      }),
    );
  });

  it("leave at least five possible values to whoever subtracts from the total", () => {
    fc.assert(
      fc.property(counts, (known) => {
        const { cells, total } = suppressed(known);
        if (total.hidden) return;
        const shown = [...cells.values()].reduce((sum, { value }) => sum + (value ?? 0), 0);
        const why = [...cells.values()].map(({ hidden }) => hidden);
        const small = why.filter((each) => each === "small").length;
        if (small === 0) return;
        const masked = why.filter((each) => each === "masked").length;
        expect(possible(total.value - shown, small, masked).length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it("are all shown, with their total, where nobody is recognised", () => {
    const { cells, total } = suppressed(
      new Map([
        ["53", 0],
        ["72", 11],
        ["44", 40],
      ]),
    );
    expect([...cells.values()].map(({ value }) => value)).toEqual([0, 11, 40]);
    expect(total).toEqual({ value: 51, hidden: null });
  });

  it("hide a second one beside a single small one", () => {
    const { cells, total } = suppressed(
      new Map([
        ["53", 4],
        ["72", 60],
        ["44", 90],
      ]),
    );
    expect(cells.get("53")).toEqual({ value: null, hidden: "small" });
    expect(cells.get("72")).toEqual({ value: null, hidden: "masked" });
    expect(cells.get("44")).toEqual({ value: 90, hidden: null });
    expect(total).toEqual({ value: 154, hidden: null });
  });

  it("tell no total that would give the only one away", () => {
    expect(
      suppressed(
        new Map([
          ["53", 4],
          ["72", 0],
        ]),
      ).total,
    ).toEqual({ value: null, hidden: "small" });
    expect(
      suppressed(
        new Map([
          ["53", 10],
          ["72", 10],
        ]),
      ).total,
    ).toEqual({ value: null, hidden: "masked" });
  });
});

it("the bounds of a guess are those of every case tried", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 60 }),
      (small, masked, more) => {
        const rest = small + 11 * masked + more;
        if (masked === 0 && rest > 10 * small) return;
        const all = possible(rest, small, masked);
        const { least, most } = guesses({ rest, small, masked });
        expect([least, most]).toEqual([all[0], all.at(-1)]);
      },
    ),
  );
});

it("a share is told only where both counts are", () => {
  const small = { value: null, hidden: "small" } as const;
  const told = (value: number) => ({ value, hidden: null });
  expect(ratio(told(20), told(80))).toEqual(told(0.25));
  expect(ratio(small, told(80))).toEqual(small);
  expect(ratio(told(20), small)).toEqual(small);
  expect(ratio(told(0), told(0))).toBeNull();
});
