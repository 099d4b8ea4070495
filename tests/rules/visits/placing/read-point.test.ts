import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { farFrom } from "~/visits/placing/doubt";
import { isInFrance } from "~/visits/placing/france";
import { placingForm } from "~/visits/placing/placing.form";
import { readPoint, writePoint } from "~/visits/placing/read-point";

const NANTES = { latitude: 47.2184, longitude: -1.5536 };

describe("a point is read", () => {
  it.each([
    "47.2184, -1.5536",
    "47.2184,-1.5536",
    "47,2184 -1,5536",
    "47,2184, -1,5536",
    "47,2184,-1,5536",
    "47,2184 ; -1,5536",
    "47.2184 / -1.5536",
    "  47.2184\t-1.5536  ",
    "47.2184°, -1.5536°",
    "-1.5536, 47.2184",
    "geo:47.2184,-1.5536",
    "geo:47.2184,-1.5536;u=35?z=19",
    "47°13'6.24\"N 1°33'12.96\"W",
    "47° 13' 6,24\" N, 1° 33' 12,96\" O",
    "https://www.openstreetmap.org/?mlat=47.2184&mlon=-1.5536#map=19/47.2000/-1.5000",
    "https://www.openstreetmap.org/#map=17/47.2184/-1.5536",
    "https://www.openstreetmap.org/node/123#map=17/47.2184/-1.5536&layers=N",
    "https://www.google.com/maps/@47.2184,-1.5536,17z",
    "https://www.google.fr/maps/place/Cabinet/@47.2,-1.5,17z/data=!3m1!4b1!4m6!3m5!1s0x0:0x0!8m2!3d47.2184!4d-1.5536",
    "https://maps.google.com/?q=47.2184%2C-1.5536",
    "https://www.google.com/maps/search/?api=1&query=47.2184,-1.5536",
    "https://maps.apple.com/?ll=47.2184,-1.5536&z=17",
    "https://www.geoportail.gouv.fr/carte?c=-1.5536,47.2184&z=17",
  ])("from « %s »", (text) => {
    const point = readPoint(text)!;
    expect(point.latitude).toBeCloseTo(NANTES.latitude, 4);
    expect(point.longitude).toBeCloseTo(NANTES.longitude, 4);
  });

  it("far away too", () => {
    expect(readPoint("-20.8789, 55.4481")).toEqual({ latitude: -20.8789, longitude: 55.4481 });
    expect(readPoint("4,9224 -52,3135")).toEqual({ latitude: 4.9224, longitude: -52.3135 });
  });

  it.each([
    "",
    "Nantes",
    "47.2184",
    "47.2184, -1.5536, 12",
    "48.8, 200",
    "40.4168, -3.7038", // Madrid
    "0, 0",
    "https://maps.app.goo.gl/AbCdEf",
    "https://exemple.fr/%E0%A4%A",
    "javascript:alert(1)",
    "9".repeat(5_000),
  ])("and not from « %s »", (text) => expect(readPoint(text)).toBeNull());

  const inFrance = fc.record({
    latitude: fc.double({ min: 41.3, max: 51.2, noNaN: true }),
    longitude: fc.double({ min: -5.5, max: 9.7, noNaN: true }),
  });

  it("as it was written, to about a metre, in points or in commas", () => {
    fc.assert(
      fc.property(inFrance, fc.boolean(), (point, inFrench) => {
        const written = writePoint(point);
        const read = readPoint(inFrench ? written.replaceAll(".", ",") : written)!;
        expect(read.latitude).toBeCloseTo(point.latitude, 4);
        expect(read.longitude).toBeCloseTo(point.longitude, 4);
      }),
    );
  });

  it("never outside France, and never fails", () => {
    const pieces = fc.constantFrom(
      "47.2",
      "-1,5",
      ",",
      " ",
      "°",
      "'",
      '"',
      "N",
      "O",
      "geo:",
      "https://x/?q=",
      "@",
      "999",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join("")),
        ),
        (text) => {
          const point = readPoint(text);
          expect(point === null || isInFrance(point)).toBe(true);
        },
      ),
    );
  });
});

describe("a doubt", () => {
  it("rises thirty kilometres from the commune, and never without a commune", () => {
    expect(farFrom(NANTES, { latitude: 47.45, longitude: -1.5536 })).toBeNull();
    expect(farFrom(NANTES, { latitude: 47.5, longitude: -1.5536 })).toBeCloseTo(31_313, -2);
    expect(farFrom(NANTES, null)).toBeNull();
  });
});

describe("the form", () => {
  it("reads the position, and says how to write it", () => {
    expect(placingForm.parse({ intent: "place", position: "47,2184 -1,5536" })).toEqual({
      intent: "place",
      position: NANTES,
    });
    expect(placingForm.parse({ intent: "remove", position: "" })).toEqual({ intent: "remove" });
    for (const position of [undefined, "Nantes", "x".repeat(100_000)]) {
      const { error } = placingForm.safeParse({ intent: "place", position });
      expect(error!.issues.map(({ path, message }) => [path[0], message])).toEqual([
        ["position", expect.stringContaining("Collez deux nombres")],
      ]);
    }
    expect(placingForm.safeParse({ intent: "drop" }).success).toBe(false);
  });
});
