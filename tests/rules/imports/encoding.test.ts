import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mended, split } from "~/imports/cells";
import { decodeLine, encodingOf, repairedAccents } from "~/imports/encoding";

describe("the encoding of a file", () => {
  it.each([
    ["plain letters", Buffer.from("rpps;email\n1;2\n"), "utf-8", 0],
    ["UTF-8", Buffer.from("Libellé;é\n"), "utf-8", 0],
    ["a BOM", Buffer.from("\ufeffLibellé\n"), "utf-8", 3],
    ["Windows-1252", Buffer.from("Libell\xe9;\x80\n", "latin1"), "windows-1252", 0],
    ["UTF-8 cut inside a letter", Buffer.from("Libellé\né").subarray(0, 10), "utf-8", 0],
    [
      "a sound header above spoilt lines",
      Buffer.concat([Buffer.from("Libellé\n"), Buffer.from("\xe9\n\xe8\n", "latin1")]),
      "utf-8",
      0,
    ],
    [
      "spoilt lines under a plain header",
      Buffer.concat([Buffer.from("nom\nécole\n"), Buffer.from("\xe9\n\xe8\n", "latin1")]),
      "windows-1252",
      0,
    ],
  ])("%s", (_, bytes, encoding, bom) => expect(encodingOf(bytes)).toEqual({ encoding, bom }));

  it("reads one line in the other encoding when its bytes ask for it", () => {
    const odd = Buffer.from("M\xe9decin \x80", "latin1");
    expect(decodeLine(odd, 0, odd.length, "utf-8")).toEqual({ text: "Médecin €", rescued: true });
    const sound = Buffer.from("Médecin");
    expect(decodeLine(sound, 0, sound.length, "windows-1252")).toEqual({ text: "Médecin", rescued: true });
    expect(decodeLine(odd, 0, odd.length, "windows-1252")).toEqual({ text: "Médecin €", rescued: false });
  });

  it("keeps a replacement character the source really wrote", () => {
    const bytes = Buffer.from("M\ufffddecin");
    expect(decodeLine(bytes, 0, bytes.length, "utf-8")).toEqual({ text: "M\ufffddecin", rescued: false });
  });
});

describe("accents misread before us", () => {
  it("are put right, and sound ones are left alone", () => {
    expect(repairedAccents("CABINET MÃ©DICAL")).toBe("CABINET MéDICAL");
    expect(repairedAccents("Lâ€™Ã©cole")).toBe("L’école");
    for (const sound of ["Médecin", "SÃO PAULO", "BÂTIMENT Â", "Â°"])
      expect(repairedAccents(sound) ?? sound).toBe(sound === "Â°" ? "°" : sound);
  });
});

describe("a line", () => {
  it("loses what nobody sees, once and for all", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => mended(mended(text)) === mended(text)));
    expect(mended("FICTIF\u2011LAROCHE\u00a0 CAMILLE\u200b E\u0301")).toBe("FICTIF-LAROCHE CAMILLE É");
  });

  it("splits into the values it was written from", () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom("a", ";", '"', " ", "\n", "é") }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(cells, (values) => {
        const written = values.map((value) => (/[;"\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
        expect(split(written.join(";"), ";", true)).toEqual(values);
      }),
    );
  });
});
