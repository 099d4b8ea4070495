const DOMAINS: Record<string, string> = {
  orange: "orange.fr wanadoo.fr voila.fr",
  sfr: "sfr.fr neuf.fr cegetel.net numericable.fr numericable.com noos.fr club-internet.fr 9online.fr 9business.fr modulonet.fr",
  free: "free.fr aliceadsl.fr alice.fr libertysurf.fr freesbee.fr online.fr",
  laposte: "laposte.net",
  google: "gmail.com googlemail.com",
  microsoft: "hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr msn.com windowslive.com",
  yahoo: "yahoo.com yahoo.fr ymail.com rocketmail.com aol.com aol.fr",
  apple: "icloud.com me.com mac.com",
  bouygues: "bbox.fr",
  gmx: "gmx.fr gmx.com gmx.net caramail.com",
  ovh: "ovh.net ovh.fr",
};

const PROVIDER_BY_DOMAIN = new Map(
  Object.entries(DOMAINS).flatMap(([provider, domains]) =>
    domains.split(" ").map((domain) => [domain, provider] as const),
  ),
);

/** Mailboxes behind one door share its limits. A domain of its own is its own provider. */
export function providerOf(address: string): string {
  const domain = domainOf(address);
  return PROVIDER_BY_DOMAIN.get(domain) ?? domain;
}

/** The domain as servers write it, in ASCII. */
function domainOf(address: string): string {
  const written = address
    .slice(address.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, "");
  return URL.canParse(`http://${written}`) ? new URL(`http://${written}`).hostname : written;
}
