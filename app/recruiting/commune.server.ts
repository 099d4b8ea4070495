import type { Context } from "~/access/context";
import { french, listed, quoted } from "~/format/typography";
import { type CommuneFound, communesBeginning, communesMeant } from "~db/queries/delegate-settings";

const MOST = 9;

export type CommuneRead = { readonly commune: CommuneFound } | { readonly why: string };

/** The commune of that name or postcode; « Saint-Nazaire (44) » tells two of one name apart. */
export async function communeNamed(ctx: Context, typed: string): Promise<CommuneRead> {
  const [, name = typed, department] = /^(.*?)\s*\((\w{2,3})\)$/.exec(typed.trim()) ?? [];
  const all = /^\d{5}$/.test(name.trim())
    ? await communesBeginning(ctx.tx, ctx.actor.fundIds[0] ?? 0, name, MOST)
    : await communesMeant(ctx.tx, { code: "", name });
  const found = department === undefined ? all : all.filter((commune) => commune.department === department);
  return found.length === 1 ? { commune: found[0]! } : { why: french(whyNot(typed, found)) };
}

function whyNot(typed: string, found: readonly CommuneFound[]): string {
  if (found.length === 0) return `Aucune commune ne s'appelle ${quoted(typed)}.`;
  const names = found.slice(0, 5).map(({ name, department }) => quoted(`${name} (${department})`));
  return `Plusieurs communes répondent à ce nom. Précisez : ${listed(names)}.`;
}
