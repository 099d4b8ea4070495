import type { AppLoadContext } from "@remix-run/node";
import { actorFrom } from "~/access/actor";
import type { Actor } from "~/access/context";
import { hashPassword } from "~/access/passwords.server";
import type { Role } from "~/access/permissions";
import type { Letter } from "~/mail/mailer";
import { atTheDoor } from "~db/act-as";
import { activeAccount } from "~db/queries/accounts";
import { ELSEWHERE, HERE, type TestDatabase } from "../../support/database";

export const PASSWORD = "quatre mots en mémoire";

let hashed: Promise<string> | undefined;

/** A person with an account and PASSWORD; national roles have no fund. */
export async function anAccount(
  { pool }: TestDatabase,
  given: {
    role?: Role;
    fundId?: number;
    email?: string;
    name?: string;
    sectorIds?: number[];
    demo?: boolean;
    password?: null;
  } = {},
): Promise<{ id: string; email: string; name: string }> {
  const role = given.role ?? "manager";
  const national = role === "national_reader" || role === "super_administrator";
  const email = given.email ?? `personne-${Math.random().toString(36).slice(2)}@cpam.example`;
  const name = given.name ?? "Camille Durand";
  hashed ??= hashPassword(PASSWORD);
  const { rows } = await pool.query<{ id: string }>(
    "insert into account (fund_id, role, name, email, password_hash, demo) values ($1, $2, $3, $4, $5, $6) returning id",
    [
      national ? null : (given.fundId ?? HERE),
      role,
      name,
      email,
      given.password === null ? null : await hashed,
      given.demo ?? false,
    ],
  );
  const id = rows[0]!.id;
  for (const sectorId of given.sectorIds ?? []) {
    await pool.query("insert into delegate_sector select $1, id, fund_id from sector where id = $2", [id, sectorId]);
  }
  return { id, email, name };
}

/** The actor as the doorway would make it, read from the tables. */
export async function actorOf({ pool }: TestDatabase, { id }: { id: string }): Promise<Actor> {
  const account = await atTheDoor(pool, (tx) => activeAccount(tx, id));
  if (!account) throw new Error(`No active account ${id}`);
  return actorFrom(account);
}

export async function aSector({ pool }: TestDatabase, name: string, fundId = HERE): Promise<number> {
  const { rows } = await pool.query<{ id: number }>("insert into sector (fund_id, name) values ($1, $2) returning id", [
    fundId,
    name,
  ]);
  return rows[0]!.id;
}

export async function aDoctor(
  { pool }: TestDatabase,
  rpps: string,
  sectorId: number | null,
  fundId = HERE,
): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `insert into doctor (fund_id, rpps, last_name, first_name, specialty, specialty_label, is_gp, sector_id, search, sort_name,
       identity_hash, source, source_on, first_seen_on)
     values ($1, $2, 'LE GOFF', 'ANNE', 'GENERALISTE', 'Médecine générale', true, $3, 'le goff anne', 'LE GOFF ANNE', '\\x00', 'rpps', '2026-11-01', '2026-11-01')
     returning id`,
    [fundId, rpps, sectorId],
  );
  return rows[0]!.id;
}

export interface Desk {
  readonly context: AppLoadContext;
  readonly letters: Letter[];
}

/** The load context of one request: each request has its own, as Express gives it. */
export function aDesk(
  { pool }: TestDatabase,
  given: { address?: string; demo?: "0" | "1"; publicUrl?: string; deliver?: (letter: Letter) => Promise<void> } = {},
): Desk {
  const letters: Letter[] = [];
  const deliver = given.deliver ?? (async (letter: Letter) => void letters.push(letter));
  const services = {
    env: { DEMO: given.demo ?? "0", PUBLIC_URL: given.publicUrl },
    pool,
    knock: () => {},
    now: () => new Date(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    tools: { mailer: { deliver, close: async () => {} }, publicUrl: () => given.publicUrl ?? "http://localhost:3000" },
  };
  return {
    context: { services, nonce: "n", address: given.address ?? "192.0.2.1" } as unknown as AppLoadContext,
    letters,
  };
}

export function aRequest(cookie?: string, path = "/"): Request {
  const headers = {
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/143.0",
    ...(cookie ? { cookie: cookieIn(cookie) } : {}),
  };
  return new Request(`http://localhost:3000${path}`, { headers });
}

/** "tandem=abc; Path=/; …" as sent back by a browser. */
export function cookieIn(setCookie: string): string {
  return setCookie.split(";")[0]!;
}

export { ELSEWHERE, HERE };
