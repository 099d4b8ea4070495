import { z } from "zod";
import { french, quoted } from "~/format/typography";
import { CATALOG, KINDS } from "./catalog";
import {
  type Criterion,
  DEEPEST,
  type Group,
  type Kind,
  LONGEST_TEXT,
  type Match,
  MOST,
  MOST_CRITERIA,
  type Node,
} from "./criteria";
import {
  CHANNELS,
  FACT_NAMES,
  FAILINGS,
  FEE_SECTORS,
  HEARD,
  LAST_VISITS,
  MATCHES,
  SIDES,
  SPECIALTIES,
  STAGES,
  VERDICTS,
  ZONES,
} from "./labels";

export type CriteriaReading =
  | { readonly ok: true; readonly criteria: Group }
  | { readonly ok: false; readonly why: string };

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as [Key, ...Key[]];
const someOf = <Value>(values: z.ZodType<Value>, most: number) =>
  z
    .array(values, { error: "une liste de valeurs est attendue" })
    .min(1, "choisissez au moins une valeur")
    .max(most, "trop de valeurs")
    .refine((given) => new Set(given).size === given.length, "une valeur est donnée deux fois");
const wordsOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  someOf(z.enum(keysOf(words), { error: "une valeur n'existe pas" }), keysOf(words).length);
const numbers = someOf(z.int({ error: "un numéro n'existe pas" }).min(1).max(2_147_483_647), 101);
const count = (most: number, least = 0) => {
  const error = `indiquez un nombre entier de ${least} à ${most}`;
  return z.int({ error }).min(least, error).max(most, error);
};
const yesNo = z.boolean({ error: "répondez par oui ou par non" });
const ends = (most: number, least = 0) => ({ from: count(most, least), to: count(most, least).nullable() });
const inOrder = ({ from, to }: { from: number; to: number | null }) => to === null || from <= to;
const REVERSED = "le premier nombre dépasse le second";
const days = count(MOST.days, 1);

/** A criterion as an address, a file or a command may give it, key by key: anything else is refused. */
const FORMS: { readonly [K in Kind]: z.ZodType<Criterion<K>> } = {
  verdict: z.strictObject({ kind: z.literal("verdict"), is: wordsOf(VERDICTS) }),
  failing: z.strictObject({ kind: z.literal("failing"), is: wordsOf(FAILINGS) }),
  nearness: z
    .strictObject({ kind: z.literal("nearness"), side: z.enum(keysOf(SIDES)), ...ends(MOST.patients) })
    .refine(inOrder, REVERSED),
  zone: z.strictObject({ kind: z.literal("zone"), is: wordsOf(ZONES) }),
  specialty: z.strictObject({ kind: z.literal("specialty"), is: wordsOf(SPECIALTIES) }),
  "fee-sector": z.strictObject({ kind: z.literal("fee-sector"), is: wordsOf(FEE_SECTORS) }),
  sector: z.strictObject({ kind: z.literal("sector"), is: numbers }),
  fund: z.strictObject({ kind: z.literal("fund"), is: numbers }),
  "practice-size": z
    .strictObject({ kind: z.literal("practice-size"), ...ends(MOST.doctors, 1) })
    .refine(inOrder, REVERSED),
  priority: z.strictObject({ kind: z.literal("priority"), ...ends(MOST.points) }).refine(inOrder, REVERSED),
  stage: z.strictObject({ kind: z.literal("stage"), is: wordsOf(STAGES) }),
  contact: z.discriminatedUnion("when", [
    z.strictObject({ kind: z.literal("contact"), when: z.literal("never") }),
    z.strictObject({ kind: z.literal("contact"), when: z.enum(["within", "before"]), days }),
  ]),
  "last-visit": z.strictObject({ kind: z.literal("last-visit"), is: wordsOf(LAST_VISITS) }),
  objection: z.strictObject({ kind: z.literal("objection"), is: wordsOf(HEARD) }),
  campaign: z.strictObject({
    kind: z.literal("campaign"),
    received: yesNo,
    campaignId: z.uuid({ error: "cette campagne n'existe pas" }).nullable(),
    days: days.nullable(),
  }),
  booked: z.strictObject({ kind: z.literal("booked"), yes: yesNo }),
  contract: z.strictObject({ kind: z.literal("contract"), signed: yesNo }),
  "unknown-fact": z.strictObject({ kind: z.literal("unknown-fact"), is: wordsOf(FACT_NAMES) }),
  email: z.strictObject({ kind: z.literal("email"), usable: yesNo }),
  "opt-out": z.strictObject({ kind: z.literal("opt-out"), of: wordsOf(CHANNELS), noted: yesNo }),
};

/** As typed on a command line or carried by an address. Never throws: a sentence says what is wrong, and where. */
export function readCriteriaText(text: string): CriteriaReading {
  if (text.length > LONGEST_TEXT) return refused(`Ce segment est trop long : ${LONGEST_TEXT} caractères au plus.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused("Ces critères ne se lisent pas : ce n'est pas du JSON.");
  }
  return readCriteria(json);
}

export function readCriteria(json: unknown): CriteriaReading {
  const left = { criteria: MOST_CRITERIA, groups: MOST_CRITERIA };
  try {
    return { ok: true, criteria: group(json, 1, left) };
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.message);
    throw error;
  }
}

class Unreadable extends Error {}

type Left = { criteria: number; groups: number };

function group(json: unknown, depth: number, left: Left): Group {
  if (depth > DEEPEST) throw new Unreadable(`Un groupe peut en contenir d'autres sur ${DEEPEST} niveaux au plus.`);
  if (--left.groups < 0) throw new Unreadable(`Un segment a ${MOST_CRITERIA} groupes au plus.`);
  if (!isObject(json)) throw new Unreadable("Un segment commence par un groupe de critères.");
  const { match, of, ...more } = json;
  if (typeof match !== "string" || !Object.hasOwn(MATCHES, match))
    throw new Unreadable("Un groupe dit « all », « any » ou « none » : tous, au moins un, ou aucun.");
  if (!Array.isArray(of)) throw new Unreadable("Un groupe donne la liste de ses critères.");
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) throw new Unreadable(`Un groupe n'a pas de champ ${quoted(unknown.slice(0, 40))}.`);
  return { match: match as Match, of: of.map((each) => node(each, depth, left)) };
}

function node(json: unknown, depth: number, left: Left): Node {
  if (isObject(json) && "match" in json) return group(json, depth + 1, left);
  if (--left.criteria < 0) throw new Unreadable(`Un segment a ${MOST_CRITERIA} critères au plus.`);
  const kind = isObject(json) ? KINDS.find((each) => each === json.kind) : undefined;
  if (kind === undefined) {
    const named = isObject(json) && typeof json.kind === "string" ? ` ${quoted(json.kind.slice(0, 40))}` : "";
    throw new Unreadable(`Le critère${named} n'existe pas.`);
  }
  const read = FORMS[kind].safeParse(json);
  if (read.success) return read.data;
  throw new Unreadable(`Critère ${quoted(CATALOG[kind].label)} : ${reasonOf(read.error)}.`);
}

/** Messages of our own are in French; those of shape are not, and say only that something is not as it should. */
function reasonOf({ issues }: z.ZodError): string {
  const issue = issues[0]!;
  if (issue.code === "unrecognized_keys") return `le champ ${quoted(issue.keys[0]!.slice(0, 40))} n'existe pas`;
  return /^[a-zàâçéèêîôû]/.test(issue.message) ? issue.message : "il n'est pas complet";
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function refused(why: string): CriteriaReading {
  return { ok: false, why: french(why) };
}
