import { expect, it } from "vitest";
import { managementProblem, roleProblem, rolesGivenBy } from "~/access/account-roles";
import { can, ROLE_LABELS, type Role, scopeOf } from "~/access/permissions";

const ROLES = Object.keys(ROLE_LABELS) as Role[];

it("lets only administrators give roles, and a fund's administrator none of the national ones", () => {
  expect(ROLES.filter((role) => rolesGivenBy(role).length > 0)).toEqual([
    "administrator",
    "super_administrator",
    "system",
  ]);
  expect(rolesGivenBy("administrator")).not.toContain("super_administrator");
  expect(rolesGivenBy("administrator")).not.toContain("national_reader");
});

it("gives nobody the role of the system", () => {
  for (const role of ROLES) expect(rolesGivenBy(role)).not.toContain("system");
});

it.each(["administrator", "super_administrator", "national_reader"] as const)("%s reads no doctor", (role) => {
  expect(can({ role }, "doctor.read")).toBe(false);
});

it("opens the national counts to national readers and super-administrators", () => {
  const readers = ROLES.filter((role) => can({ role }, "national.read"));
  expect(readers).toEqual(["national_reader", "super_administrator", "system"]);
});

it("scopes a manager of several funds to those funds", () => {
  expect(scopeOf("manager", 1)).toBe("fund");
  expect(scopeOf("manager", 2)).toBe("funds");
});

const me = { id: "me", role: "administrator" as Role };

it.each([
  ["another administrator", { id: "a", role: "administrator" as Role }, true],
  ["a super-administrator", { id: "a", role: "super_administrator" as Role }, false],
  ["a national reader", { id: "a", role: "national_reader" as Role }, false],
  ["the system", { id: "a", role: "system" as Role }, false],
])("an administrator and %s", (_who, account, isAllowed) => {
  expect(managementProblem(me, account) === null).toBe(isAllowed);
});

it("refuses to change one's own role, whatever it becomes", () => {
  expect(roleProblem(me, me, "delegate")).toMatch(/vos propres droits/);
  expect(roleProblem(me, me, "administrator")).toBeNull();
});

it("keeps national accounts and accounts of a fund apart", () => {
  const chief = { id: "chief", role: "super_administrator" as Role };
  expect(roleProblem(chief, { id: "a", role: "delegate" }, "national_reader")).toMatch(/compte national/);
  expect(roleProblem(chief, { id: "a", role: "delegate" }, "manager")).toBeNull();
});
