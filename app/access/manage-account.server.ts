import { z } from "zod";
import { conflict, invalid, notFound } from "~/errors";
import { accountSheet, changeAccountRow, colleagues, setDisabled } from "~db/queries/accounts";
import { insertEvent } from "~db/queries/audit";
import { endSessionsOf } from "~db/queries/sessions";
import { coversOf, sectorIdsOf, sectorsOfFund } from "~db/queries/territories";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { isNational, managementProblem, roleProblem, rolesGivenBy } from "./account-roles";
import type { AccountChange } from "./accounts.form";
import { giveSectors } from "./accounts.server";
import type { Context } from "./context";
import { addCover, endCover } from "./covers.server";
import type { Role } from "./permissions";

export async function accountPage(ctx: Context, id: string) {
  const account = await managedAccount(ctx, id);
  const fundId = account.fund_id;
  return {
    account,
    problem: managementProblem(ctx.actor, account),
    isOneself: account.id === ctx.actor.id,
    roles: rolesGivenBy(ctx.actor.role).filter((role) => isNational(role) === isNational(account.role)),
    sectors: fundId === null ? [] : await sectorsOfFund(ctx.tx, fundId),
    sectorIds: await sectorIdsOf(ctx.tx, id),
    covers: await coversOf(ctx.tx, id),
    colleagues: account.role === "delegate" ? await delegatesBeside(ctx, account) : [],
  };
}

/** Whatever is decided about somebody's rights, their open sessions end with the old rights. */
export async function manageAccount(ctx: Context, id: string, change: AccountChange): Promise<void> {
  const account = await managedAccount(ctx, id);
  const problem = managementProblem(ctx.actor, account);
  if (problem) throw conflict(problem);
  switch (change.intent) {
    case "change":
      return changeAccount(ctx, account, change);
    case "disable":
      return disable(ctx, account);
    case "enable":
      await setDisabled(ctx.tx, id, false);
      return tell(ctx, account, "account.enabled");
    case "invite":
      if (account.disabled_at) throw conflict("Réactivez d'abord ce compte.");
      await later(ctx, catalog.sendPasswordLink, {
        accountId: id,
        purpose: account.has_password ? "reset" : "invitation",
      });
      return tell(ctx, account, "account.invited");
    case "cover":
      return addCover(ctx, account, change);
    case "uncover":
      return endCover(ctx, account, change.coverId);
  }
}

type Account = Awaited<ReturnType<typeof managedAccount>>;

async function changeAccount(
  ctx: Context,
  account: Account,
  wanted: { name: string; role: Role; sectorIds: number[] },
): Promise<void> {
  const problem = roleProblem(ctx.actor, account, wanted.role);
  if (problem) throw invalid({ role: [problem] });
  const before = (await sectorIdsOf(ctx.tx, account.id)).sort().join();
  await changeAccountRow(ctx.tx, account.id, { name: wanted.name, role: wanted.role });
  await giveSectors(ctx, { ...account, role: wanted.role }, wanted.sectorIds);
  if (wanted.role !== account.role) await endSessionsOf(ctx.tx, account.id);
  const changes = [
    wanted.name !== account.name && "name",
    wanted.role !== account.role && "role",
    before !== (await sectorIdsOf(ctx.tx, account.id)).sort().join() && "sectors",
  ].filter((change) => change !== false);
  if (changes.length === 0) return;
  await insertEvent(ctx.tx, {
    fundId: account.fund_id,
    accountId: ctx.actor.id,
    name: "account.changed",
    facts: { accountId: account.id, changes },
  });
}

async function disable(ctx: Context, account: Account): Promise<void> {
  if (account.id === ctx.actor.id) {
    throw conflict("Vous ne pouvez pas désactiver votre propre compte : demandez à un autre administrateur.");
  }
  await setDisabled(ctx.tx, account.id, true);
  await endSessionsOf(ctx.tx, account.id);
  await tell(ctx, account, "account.disabled");
}

async function tell(
  ctx: Context,
  account: Account,
  name: "account.disabled" | "account.enabled" | "account.invited",
): Promise<void> {
  await insertEvent(ctx.tx, {
    fundId: account.fund_id,
    accountId: ctx.actor.id,
    name,
    facts: { accountId: account.id },
  });
}

async function managedAccount(ctx: Context, id: string) {
  const account = z.uuid().safeParse(id).success ? await accountSheet(ctx.tx, id) : undefined;
  if (!account) throw notFound("Compte");
  return account;
}

async function delegatesBeside(ctx: Context, account: { id: string; fund_id: number | null }) {
  const people = await colleagues(ctx.tx);
  return people.filter(
    (each) =>
      each.role === "delegate" && !each.disabled_at && each.id !== account.id && each.fund_id === account.fund_id,
  );
}
