import { invalid } from "~/errors";
import { accountsOf, fundById, insertAccount } from "~db/queries/accounts";
import { insertEvent } from "~db/queries/audit";
import { purgeOldCaptured } from "~db/queries/captured";
import { allFunds } from "~db/queries/funds";
import { purgeDeadSessions, purgeOldAttempts, purgeOldLinks } from "~db/queries/sessions";
import { replaceSectors, sectorsOfFund } from "~db/queries/territories";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";
import { isNational, rolesGivenBy } from "./account-roles";
import type { Invitation } from "./accounts.form";
import type { Context } from "./context";
import type { Role } from "./permissions";

/** The accounts of one's fund; a super-administrator chooses the fund, or the accounts that belong to none. */
export async function accounts(ctx: Context, search: { caisse?: number | undefined }) {
  const fundId = fundOf(ctx) ?? search.caisse ?? null;
  return { accounts: await accountsOf(ctx.tx, fundId), fundId, funds: await choosableFunds(ctx) };
}

/** What the invitation form offers; sectors are those of one fund. */
export async function invitationChoices(ctx: Context, search: { caisse?: number | undefined }) {
  const fundId = fundOf(ctx) ?? search.caisse ?? null;
  return {
    roles: rolesGivenBy(ctx.actor.role).filter((role) => isNational(role) === (fundId === null)),
    sectors: fundId === null ? [] : await sectorsOfFund(ctx.tx, fundId),
    fundId,
    funds: await choosableFunds(ctx),
  };
}

export async function invite(ctx: Context, input: Invitation): Promise<string> {
  const accountId = await addAccount(ctx, {
    ...input,
    fundId: fundOf(ctx) ?? input.fundId ?? null,
    passwordHash: null,
  });
  await later(ctx, catalog.sendPasswordLink, { accountId, purpose: "invitation" });
  return accountId;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly fundId: number | null;
  readonly sectorIds: readonly number[];
  readonly passwordHash: string | null;
}

export async function addAccount(ctx: Context, input: NewAccount): Promise<string> {
  if (!rolesGivenBy(ctx.actor.role).includes(input.role))
    throw invalid({ role: ["Ce rôle est donné par l'administration nationale."] });
  const fundId = isNational(input.role) ? null : input.fundId;
  if (!isNational(input.role) && (fundId === null || !(await fundById(ctx.tx, fundId))))
    throw invalid({ fundId: ["Choisissez une caisse."] });
  const accountId = await insertAccount(ctx.tx, { ...input, fundId });
  if (!accountId) throw invalid({ email: ["Un compte existe déjà avec cette adresse."] });
  await giveSectors(ctx, { id: accountId, role: input.role, fund_id: fundId }, input.sectorIds);
  await insertEvent(ctx.tx, {
    fundId,
    accountId: ctx.actor.id,
    name: "account.created",
    facts: { accountId, role: input.role },
  });
  return accountId;
}

/** Only delegates hold sectors; another role gives them up. */
export async function giveSectors(
  ctx: Context,
  account: { id: string; role: Role; fund_id: number | null },
  sectorIds: readonly number[],
): Promise<void> {
  if (account.fund_id === null) return;
  const wanted = account.role === "delegate" ? [...new Set(sectorIds)] : [];
  const found = await replaceSectors(ctx.tx, account.id, account.fund_id, wanted);
  if (found < wanted.length) throw invalid({ sectorIds: ["Un de ces secteurs n'existe pas dans cette caisse."] });
}

/** Clears what has died; runs in Tandem's own name. */
export async function tidyAccess(ctx: Context): Promise<void> {
  await purgeDeadSessions(ctx.tx);
  await purgeOldLinks(ctx.tx);
  await purgeOldAttempts(ctx.tx);
  await purgeOldCaptured(ctx.tx);
}

const fundOf = (ctx: Context) => ctx.actor.fundIds[0] ?? null;

async function choosableFunds(ctx: Context): Promise<{ id: number; code: string; name: string }[]> {
  return fundOf(ctx) === null ? allFunds(ctx.tx) : [];
}
