import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** The unprivileged account a server runs under when the parent is root; empty when it runs as its parent. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: borrow an account that every system has, create none. */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = numericId("-u", name);
    const gid = numericId("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error("Lancé en tant que root, et ni le compte postgres ni le compte nobody n'existent sur cette machine.");
}

/** Can that account walk down to this place? A checkout below a 0700 home cannot be entered by another account. */
export function canReach(place: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  for (let folder = path.resolve(place); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (!fs.existsSync(folder)) continue;
    const stat = fs.statSync(folder);
    if (!stat.isDirectory()) continue;
    const enter = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
    if ((stat.mode & enter) === 0) return false;
  }
  return true;
}

export function give(place: string, account: ServerAccount): void {
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(place, account.uid, account.gid);
}

function numericId(flag: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  } catch {
    return undefined;
  }
}
