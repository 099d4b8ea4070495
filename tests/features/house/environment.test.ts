import { describe, expect, it } from "vitest";
import { BadEnvironment, readEnv } from "~/env.server";

const read = (given: Record<string, string>) => readEnv(given as NodeJS.ProcessEnv);

const complaint = (given: Record<string, string>): string => {
  try {
    read(given);
  } catch (error) {
    expect(error).toBeInstanceOf(BadEnvironment);
    return (error as Error).message;
  }
  throw new Error(`Accepted: ${JSON.stringify(given)}`);
};

describe("the environment", () => {
  it("may be empty: everything has a value that works", () => {
    expect(read({})).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, DATA_DIR: ".data", DEMO: "1" });
    expect(read({ DATABASE_URL: "", REDIS_URL: "" })).toMatchObject({
      DATABASE_URL: undefined,
      REDIS_URL: undefined,
    });
  });

  it.each([
    ["PORT", "trois mille"],
    ["PORT", "70000"],
    ["DEMO", "oui"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_URL", "localhost:5432"],
    ["REDIS_URL", "http://localhost"],
    ["SMTP_URL", "mail.example"],
    ["PUBLIC_URL", "tandem.example"],
    ["POOL_SIZE", "1"],
    ["UPLOAD_MAX_MB", "0"],
    ["LOG_LEVEL", "bavard"],
  ])("%s = %s is refused by its name", (name, value) => {
    expect(complaint({ [name]: value })).toMatch(
      new RegExp(`variables d'environnement à corriger\\.\\n {2}${name} : .`),
    );
  });

  it("is refused once, with everything that is wrong", () => {
    expect(complaint({ PORT: "x", DEMO: "x", LOG_LEVEL: "x" }).split("\n")).toHaveLength(4);
  });
});
