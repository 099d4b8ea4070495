import { invalid } from "~/errors";
import { fundByCode } from "~db/queries/funds";
import { sectorsOfFund } from "~db/queries/territories";
import { isNational } from "./account-roles";
import { addAccount } from "./accounts.server";
import type { Context } from "./context";
import { issuePasswordLink } from "./issue-link.server";
import { passwordProblem } from "./password";
import { hashPassword } from "./passwords.server";
import type { Role } from "./permissions";

export interface UserToAdd {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** A fund's number, or its département. */
  readonly fundCode: string | undefined;
  readonly sectorNames: readonly string[];
  readonly password: string | undefined;
}

/** For the operator of the installation. Without a password, the token of an invitation comes back, to be handed over. */
export async function userAdd(ctx: Context, user: UserToAdd): Promise<{ accountId: string; token: string | null }> {
  const fundId = await fundIdOf(ctx, user);
  const problem = user.password === undefined ? null : passwordProblem(user.password, user);
  if (problem) throw invalid({ password: [problem] }, problem);
  const accountId = await addAccount(ctx, {
    name: user.name,
    email: user.email,
    role: user.role,
    fundId,
    sectorIds: await sectorIdsNamed(ctx, fundId, user.sectorNames),
    passwordHash: user.password === undefined ? null : await hashPassword(user.password),
  });
  if (user.password !== undefined) return { accountId, token: null };
  const link = await issuePasswordLink(ctx, accountId, "invitation");
  return { accountId, token: link?.token ?? null };
}

async function fundIdOf(ctx: Context, { role, fundCode }: UserToAdd): Promise<number | null> {
  if (isNational(role)) return null;
  const fund = fundCode === undefined ? undefined : await fundByCode(ctx.tx, fundCode);
  if (!fund) throw invalid({ fundId: ["Indiquez une caisse connue avec --fund, par exemple 441 ou 44."] });
  return fund.id;
}

async function sectorIdsNamed(ctx: Context, fundId: number | null, names: readonly string[]): Promise<number[]> {
  const known = fundId === null ? [] : await sectorsOfFund(ctx.tx, fundId);
  return names.map((name) => {
    const sector = known.find((each) => each.name === name);
    if (!sector) throw invalid({ sectorIds: [`Le secteur « ${name} » n'existe pas dans cette caisse.`] });
    return sector.id;
  });
}
