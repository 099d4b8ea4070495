import { expect, it } from "vitest";
import { passwordLink } from "~/access/password-link.server";
import { userCommand } from "~/access/user.command";
import { atTheDoor } from "~db/act-as";
import { testDatabase } from "../../support/database";
import { aDesk, aSector } from "./people";

const database = await testDatabase();

async function run(args: string[], stdin = "") {
  const said = { out: "", err: "" };
  const io = {
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    out(text: string) {
      said.out += text;
    },
    err(text: string) {
      said.err += text;
    },
  };
  const code = await userCommand(args, aDesk(database, { publicUrl: "https://tandem.example" }).context.services, io);
  return { code, ...said };
}

const nadia = ["add", "--name", "Nadia Belkacem", "--email", "Nadia@CPAM.example"];

it("opens an account and prints an invitation that works", async () => {
  await aSector(database, "Secteur Nord");
  const { code, out } = await run([...nadia, "--role", "delegate", "--fund", "44", "--sector", "Secteur Nord"]);
  expect(code).toBe(0);
  const token = /https:\/\/tandem\.example\/mot-de-passe\/([\w-]+)/.exec(out)![1]!;
  expect(await atTheDoor(database.pool, (tx) => passwordLink(tx, token))).toMatchObject({
    email: "nadia@cpam.example",
    purpose: "invitation",
  });
});

it("reads the password on standard input, its first line only, and prints no link", async () => {
  const { code, out } = await run(
    ["add", "--name", "Chef", "--email", "chef@cnam.example", "--role", "super_administrator", "--password-stdin"],
    "quatre mots bien choisis\n",
  );
  expect(code).toBe(0);
  expect(out).not.toContain("http");
  const { rows } = await database.pool.query(
    "select role, fund_id, password_hash from account where email = 'chef@cnam.example'",
  );
  expect(rows[0]).toMatchObject({
    role: "super_administrator",
    fund_id: null,
    password_hash: expect.stringContaining("$argon2id$"),
  });
});

it.each([
  ["an unknown fund", ["--role", "manager", "--fund", "999"], /--fund/],
  ["no fund", ["--role", "manager"], /--fund/],
  ["a sector of nowhere", ["--role", "delegate", "--fund", "441", "--sector", "Lune"], /Lune/],
  ["an unknown role", ["--role", "chef", "--fund", "441"], /rôle/],
  ["the system's role", ["--role", "system", "--fund", "441"], /rôle/],
])("refuses %s in words", async (_what, rest, why) => {
  const { code, err } = await run(["add", "--name", "Zoé Petit", "--email", "zoe@cpam.example", ...rest]);
  expect(code).toBe(1);
  expect(err).toMatch(why);
  const { rows } = await database.pool.query("select from account where email = 'zoe@cpam.example'");
  expect(rows).toHaveLength(0);
});

it("refuses a short password", async () => {
  const { code, err } = await run(
    [
      "add",
      "--name",
      "Zoé Petit",
      "--email",
      "z@cpam.example",
      "--role",
      "manager",
      "--fund",
      "441",
      "--password-stdin",
    ],
    "court\n",
  );
  expect([code, err]).toEqual([1, expect.stringContaining("15")]);
});

it.each([[[]], [["remove"]], [["add", "--nom", "Zoé"]]])("explains itself when asked %j", async (args) => {
  const { code, err } = await run(args as string[]);
  expect(code).toBe(2);
  expect(err).toContain("tandem user add");
});
