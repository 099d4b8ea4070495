import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that makes the product complain on the console has found something: it fails. */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const complaints = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(" "));
  vi.mocked(console.error).mockRestore();
  expect(complaints).toEqual([]);
});
