import { expect, it } from "vitest";
import { safeReturn } from "~/access/return-path";

it.each([
  "//evil",
  "/\\evil",
  "https:evil",
  "https://evil.example",
  "/%09/evil",
  "/%0d%0aSet-Cookie:a",
  "javascript:alert(1)",
  "/\t/evil",
  "/\n/evil",
  "/.//evil",
  "/%2f/evil",
  "/%5cevil",
  "/a//evil",
  " /medecins",
  "medecins",
  "",
  undefined,
])("%j goes to the home page", (asked) => {
  expect(safeReturn(asked)).toBe("/");
});

it.each(["/", "/medecins", "/medecins?zone=ZIP&q=le%20goff", "/medecins/12#visites", "/a?u=https://ameli.fr//x"])(
  "%s is kept",
  (asked) => {
    expect(safeReturn(asked)).toBe(asked);
  },
);

it("goes where the caller says otherwise", () => {
  expect(safeReturn("//evil", "/mon-compte")).toBe("/mon-compte");
});
