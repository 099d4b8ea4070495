import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The corridor: a room may call the rooms to its left. To tell a room on its right, it leaves a job. */
const CORRIDOR = (
  "access audit territories eligibility funnel doctors segments imports visits aids contracts casebook premises campaigns " +
  "recruiting forecast steering privacy demo ops home"
).split(" ");

/** Rooms without a place in the corridor: anybody may call them, and they call no room. */
const SHARED = /^app\/(ui|format|calendar|mail|files|geo)\/|^app\/(errors|tools|wiring)\.ts$/;

/** What each kind of file may import: the whole law, one line a kind. */
const MAY_IMPORT: Record<string, RegExp> = {
  rule: /^(rule|shared)$/,
  form: /^(rule|form|shared)$/,
  usecase: /^(rule|form|usecase|shared|context|query|catalog)$/,
  screen: /^(rule|form|usecase|part|shared|context|doorway)$/,
  part: /^(rule|form|part|shared)$/,
  query: /^(rule|context|query|db)$/,
  handler: /^(rule|usecase|shared|context|handler|catalog)$/,
};

/** Types alone bind nobody: a part may name the shape of a row, a rule that of what it judges. */
const BY_TYPE_ALONE = /^(query|context|db|usecase|catalog|worker|shared)$/;

/** HTTP comes in here; signing in and passwords belong to it, for nobody is known yet who could enter otherwise. */
const DOORWAYS =
  /^app\/access\/(doorway|addressee|session|secret-link|upload|download|sign-in|password-link|my-account|throttle)\.server\.ts$/;

function kindOf(file: string): string {
  if (file.startsWith("db/queries/")) return "query";
  if (file.startsWith("db/")) return "db";
  if (/^jobs\/(catalog|define|later)\.ts$/.test(file)) return "catalog";
  if (/^jobs\/handler(s\/.*)?(\.ts)?$/.test(file)) return "handler";
  if (file.startsWith("jobs/")) return "worker";
  if (/^app\/server\/|^app\/env\.server\.ts$|\.command\.ts$/.test(file)) return "entry"; // entry points may import all
  if (file === "app/access/context.ts") return "context";
  if (DOORWAYS.test(file)) return "doorway";
  if (/^app\/(mail|files|geo)\/.*\.server\.ts$/.test(file)) return "adapter"; // the outside world: only entry points build it
  if (SHARED.test(file)) return "shared";
  if (/\.route\.tsx?$/.test(file)) return "screen";
  if (file.endsWith(".server.ts")) return "usecase";
  if (file.endsWith(".form.ts")) return "form";
  if (file.endsWith(".tsx")) return "part";
  return "rule";
}

const files = ["app", "db", "jobs"]
  .flatMap((wing) => readdirSync(wing, { recursive: true }).map((file) => `${wing}/${file}`))
  .filter((file) => /\.tsx?$/.test(file) && !/^app\/(root|entry\.|vite\.config)/.test(file));

const imports = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\s+(type\s)?([^;]*?)from\s+"([~.][^"]+)"/gm)].map(
    ([, typeOnly, names, target]) => ({
      file,
      typeOnly: Boolean(typeOnly) || onlyTypes(names!),
      target: resolved(file, target!),
    }),
  ),
);

/** `import { type A, type B }` binds nothing either. */
function onlyTypes(names: string): boolean {
  const listed = /\{([^}]*)\}/
    .exec(names)?.[1]
    ?.split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith("type "));
}

function resolved(from: string, specifier: string): string {
  const bare = specifier.startsWith("~/")
    ? `app/${specifier.slice(2)}`
    : specifier.startsWith("~")
      ? specifier.slice(1)
      : path.join(path.dirname(from), specifier);
  return (
    files.find((file) => file === bare || file.replace(/\.tsx?$/, "") === bare || file === `${bare}/index.ts`) ?? bare
  );
}

const told = (broken: { file: string; target: string }[]) => broken.map(({ file, target }) => `${file} → ${target}`);

test("every file imports only the kinds its own kind allows", () => {
  const broken = imports.filter(({ file, target, typeOnly }) => {
    if (!/\.tsx?$/.test(target)) return false;
    const kind = kindOf(target);
    return !(MAY_IMPORT[kindOf(file)] ?? /./).test(kind) && !(typeOnly && BY_TYPE_ALONE.test(kind));
  });
  expect(told(broken)).toEqual([]);
});

test("db knows the shapes of the domain, never its behaviour", () => {
  const broken = imports.filter(
    ({ file, target, typeOnly }) => file.startsWith("db/") && target.startsWith("app/") && !typeOnly,
  );
  expect(told(broken)).toEqual([]);
});

test("rooms call only the rooms to their left in the corridor", () => {
  const rank = (file: string) => CORRIDOR.indexOf(file.split("/")[1]!);
  const broken = imports.filter(
    ({ file, target }) =>
      file.startsWith("app/") &&
      target.startsWith("app/") &&
      kindOf(file) !== "entry" &&
      rank(file) >= 0 &&
      rank(target) > rank(file),
  );
  expect(told(broken)).toEqual([]);
});

test("every room stands in the corridor", () => {
  const rooms = new Set(
    files.filter((file) => file.startsWith("app/") && file.split("/").length > 2).map((file) => file.split("/")[1]!),
  );
  const placed = [...rooms].filter(
    (room) => !CORRIDOR.includes(room) && !SHARED.test(`app/${room}/`) && room !== "server",
  );
  expect(placed).toEqual([]);
});

test("screens and forms never leave their own room", () => {
  const broken = imports.filter(
    ({ file, target }) =>
      /^(screen|form)$/.test(kindOf(target)) && file.startsWith("app/") && file.split("/")[1] !== target.split("/")[1],
  );
  expect(told(broken)).toEqual([]);
});

test("rules are pure: no clock, no randomness, no environment", () => {
  const broken = files.filter(
    (file) =>
      kindOf(file) === "rule" &&
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(readFileSync(file, "utf8")),
  );
  expect(broken).toEqual([]);
});

test("only env.server.ts reads the environment", () => {
  const broken = files.filter((file) => /process\.env\b(?!\.NODE_ENV)/.test(readFileSync(file, "utf8")));
  expect(broken.filter((file) => !/^app\/env\.server\.ts$|^db\/embedded\//.test(file))).toEqual([]);
});

test("nobody but doorways and entry points opens a transaction", () => {
  const broken = files.filter((file) => /\b(actAs|atTheDoor)\(/.test(readFileSync(file, "utf8")));
  const allowed = /^(doorway|entry|worker|db)$/;
  expect(broken.filter((file) => !allowed.test(kindOf(file)))).toEqual([]);
});

test("no file outgrows its room, and no room is called for what it is made of", () => {
  const long = files.filter((file) => file !== "db/schema.ts" && readFileSync(file, "utf8").split("\n").length > 251);
  expect(long).toEqual([]);
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|lib|common|services)(\/|\.server)/.test(file))).toEqual([]);
});
