/**
 * How many connections a group of mailboxes bears, over all processes and campaigns: lanes x letters in flight in each.
 * Orange and Wanadoo block for hours above about three from one address.
 */
export interface Group {
  readonly lanes: number;
  readonly width: number;
}

const GROUPS: Readonly<Record<string, Group>> = {
  orange: { lanes: 2, width: 1 },
  sfr: { lanes: 2, width: 2 },
  free: { lanes: 2, width: 2 },
  laposte: { lanes: 2, width: 2 },
  google: { lanes: 2, width: 5 },
  microsoft: { lanes: 2, width: 5 },
  yahoo: { lanes: 2, width: 2 },
};

/** Everybody else: practices with a domain of their own, which no single provider counts together. */
export const OTHERS = "others";
const OTHERS_GROUP: Group = { lanes: 8, width: 5 };

/** The group under which a provider is counted. */
export function groupNameOf(provider: string): string {
  return Object.hasOwn(GROUPS, provider) ? provider : OTHERS;
}

export function groupOf(name: string): Group {
  return GROUPS[name] ?? OTHERS_GROUP;
}

/** No more than this many letters of one campaign are held by a lane at once. */
export const CLAIM = 100;
