import { expect, it } from "vitest";
import { headOf, textOf } from "~/campaigns/deliverability/raw-text";

const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);

it("reads UTF-8, else Latin-1", () => {
  expect(textOf(bytes("boîte pleine"))).toBe("boîte pleine");
  expect(textOf(bytes("boîte pleine, merci", "latin1"))).toBe("boîte pleine, merci");
});

it("a character cut in two at the end does not change the reading", () => {
  expect(textOf(bytes("déjà fermé").subarray(0, -1))).toMatch(/^déjà ferm/);
});

it("shows what would hide or turn the line round", () => {
  expect(textOf(bytes("a\u0000b\u202ec\u2066d\te\r\nf"))).toBe("a·b·c·d\te\nf");
});

it("keeps the headers that help to judge, unfolded, at most a dozen", () => {
  const raw = `Received: ${"x".repeat(900)}\r\nSubject: Réponse\r\n automatique\r\nX-Spam: 1\r\n\r\nSubject: corps\r\n`;
  const [received, subject, ...rest] = headOf(bytes(raw));
  expect(received!.value).toHaveLength(500);
  expect(subject).toEqual({ name: "Subject", value: "Réponse automatique" });
  expect(rest).toEqual([]);
  expect(headOf(bytes("Received: a\r\n".repeat(40)))).toHaveLength(12);
});
