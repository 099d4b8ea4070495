import type { Env } from "~/env.server";
import type { RelaySettings } from "~/mail/relay.server";

/** The bare address of MAIL_FROM: « Tandem <tandem@caisse.fr> » → « tandem@caisse.fr ». */
export function senderOf({ MAIL_FROM }: Env): string {
  return /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM.trim();
}

export function dkimOf(env: Env): RelaySettings["dkim"] {
  if (!env.DKIM_PRIVATE_KEY) return null;
  return {
    domain: env.DKIM_DOMAIN ?? senderOf(env).split("@")[1] ?? "localhost",
    selector: env.DKIM_SELECTOR,
    privateKey: env.DKIM_PRIVATE_KEY.replaceAll("\\n", "\n"),
  };
}
