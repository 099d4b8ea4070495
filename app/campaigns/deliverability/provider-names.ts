/** Groups of mailboxes as people know them. */
const NAMES: Readonly<Record<string, string>> = {
  orange: "Orange, Wanadoo",
  sfr: "SFR, Neuf",
  free: "Free",
  laposte: "La Poste",
  google: "Gmail",
  microsoft: "Outlook, Hotmail",
  yahoo: "Yahoo",
  others: "Autres domaines",
};

export function providerName(provider: string): string {
  return NAMES[provider] ?? provider;
}
