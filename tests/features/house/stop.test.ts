import { describe, expect, it } from "vitest";
import { aChild } from "../../support/child";

describe("a process that is asked to stop", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "by %s closes what it holds and ends well, asked twice or once",
    async (signal) => {
      const child = aChild("tests/features/house/stopping.ts");
      await child.says("ready");
      child.process.kill(signal);
      child.process.kill(signal);
      expect(await child.ended()).toEqual({ code: 0, output: "ready\nclosed\n" });
    },
  );

  it("tells by its code that it could not close", async () => {
    const child = aChild("tests/features/house/stopping.ts", ["failing"]);
    await child.says("ready");
    child.process.kill("SIGTERM");
    expect(await child.ended()).toMatchObject({ code: 1 });
  });
});

describe("a process whose environment is wrong", () => {
  it("says which variables, without a word of machinery, and ends at once", async () => {
    const child = aChild("app/server/worker.command.ts", [], { PORT: "abc", DEMO: "peut-être" });
    const { code, output } = await child.ended();
    expect(code).toBe(1);
    expect(output).toContain("PORT : nombre attendu");
    expect(output).toContain("DEMO : 0 ou 1 attendu");
    expect(output).not.toMatch(/at .*\.ts|node_modules/);
  });
});
