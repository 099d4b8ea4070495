import fc from "fast-check";
import { expect, it } from "vitest";
import { boxOf, flatAround, pathOf } from "~/geo/outline-drawing";

const square = {
  polygons: [
    [
      [
        [1, 45],
        [2, 45],
        [2, 46],
        [1, 46],
        [1, 45],
      ],
    ],
  ] as [number, number][][][],
};

it("draws each ring as a closed figure, north up", () => {
  expect(pathOf(square, ([x, y]) => [x, -y])).toBe("M1 -45L2 -45L2 -46L1 -46Z");
});

it("shrinks degrees of longitude as the latitude asks", () => {
  const [x, y] = flatAround(60)([10, 50]);
  expect(x).toBeCloseTo(5, 9);
  expect(y).toBe(-50);
});

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);

it("boxes every point, and touches the outermost", () => {
  fc.assert(
    fc.property(
      fc.array(position, { minLength: 1 }),
      fc.double({ min: -60, max: 60, noNaN: true }),
      (points, latitude) => {
        const project = flatAround(latitude);
        const box = boxOf(points, project)!;
        const flat = points.map(project);
        expect(Math.min(...flat.map(([x]) => x))).toBe(box.x);
        expect(Math.max(...flat.map(([, y]) => y))).toBeCloseTo(box.y + box.height, 9);
        expect(flat.every(([x, y]) => x - box.x <= box.width && y >= box.y)).toBe(true);
      },
    ),
  );
  expect(boxOf([], flatAround(0))).toBeNull();
});
