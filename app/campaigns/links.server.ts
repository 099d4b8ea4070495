import type { Context } from "~/access/context";
import { readInstallation } from "~db/queries/arming";

/** What signs the links of letters and their return paths. */
export async function linkSecret(ctx: Pick<Context, "tx">): Promise<Uint8Array> {
  return (await readInstallation(ctx.tx)).link_secret;
}
