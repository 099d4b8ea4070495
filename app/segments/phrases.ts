import { countOf, number, plural } from "~/format/numbers";
import { listed, quoted } from "~/format/typography";
import type { Criterion, Kind, Range } from "./criteria";
import {
  CHANNELS,
  FACT_NAMES,
  FAILINGS,
  FEE_SECTORS,
  HEARD,
  LAST_VISITS,
  type Names,
  SPECIALTIES,
  STAGES,
  VERDICTS,
  ZONES,
} from "./labels";

type Phrases = { readonly [K in Kind]: (criterion: Criterion<K>, names: Names) => string };

/** Each criterion as it reads after « médecins »: « éligibles », « en ZIP ou ZAC », « avec une visite prévue ». */
const PHRASES: Phrases = {
  verdict: ({ is }) => either(is.map((value) => VERDICTS[value])),
  failing: ({ is }) =>
    either(
      is.map((code) => `par ${FAILINGS[code]}`),
      "écartés ",
    ),
  nearness: (criterion) => nearness(criterion),
  zone: ({ is }) =>
    sharing(
      "en ",
      is.map((value) => ZONES[value]),
    ),
  specialty: ({ is }) => specialties(is),
  "fee-sector": ({ is }) =>
    sharing(
      "en ",
      is.map((value) => FEE_SECTORS[value]),
    ),
  sector: ({ is }, { sectors }) => either(is.map((id) => ofSector(sectors[id]))),
  fund: ({ is }, { funds }) => either(is.map((id) => `de la ${funds[id] ?? "caisse inconnue"}`)),
  "practice-size": ({ from, to }) =>
    to === 1 ? "seuls dans leur cabinet" : `dans un cabinet ${between({ from, to }, "médecin")}`,
  priority: ({ from, to }) => `dont la priorité est ${between({ from, to }, "point")}`,
  stage: ({ is }) => stages(is),
  contact: (criterion) => contact(criterion),
  "last-visit": ({ is }) => lastVisit(is),
  objection: ({ is }) =>
    either(
      is.map((code) => quoted(HEARD[code])),
      "ayant objecté ",
    ),
  campaign: (criterion, names) => campaign(criterion, names),
  booked: ({ yes }) => (yes ? "avec une visite prévue" : "sans visite prévue"),
  contract: ({ signed }) => (signed ? "signataires d'un contrat" : "sans contrat signé"),
  "unknown-fact": ({ is }) =>
    either(
      is.map((column) => FACT_NAMES[column]),
      "dont on ignore ",
    ),
  email: ({ usable }) => (usable ? "joignables par courriel" : "sans adresse e-mail utilisable"),
  "opt-out": ({ of, noted }) => {
    const channels = of.map((channel) => CHANNELS[channel]);
    return noted ? either(channels, "opposés ") : `sans opposition ${neither(channels)}`;
  },
};

export function phraseOf<K extends Kind>(criterion: Criterion<K>, names: Names): string {
  const phrase = PHRASES[criterion.kind] as (criterion: Criterion<K>, names: Names) => string;
  return phrase(criterion, names);
}

/** ["a", "b", "c"] → « a, b ou c ». */
export function either(words: readonly string[], before = ""): string {
  if (words.length < 2) return before + words.join("");
  return `${before}${words.slice(0, -1).join(", ")} ou ${words.at(-1)}`;
}

function neither(words: readonly string[]): string {
  return words.join(" ni ");
}

/** « en ZIP », « en ZAC », « hors zonage » → « en ZIP, ZAC ou hors zonage »: the preposition is said once. */
function sharing(preposition: string, words: readonly string[]): string {
  const shared = words.filter((word) => word.startsWith(preposition));
  const others = words.filter((word) => !word.startsWith(preposition));
  const once = shared.map((word, rank) => (rank === 0 ? word : word.slice(preposition.length)));
  return either([...once, ...others]);
}

/** « de 2 à 5 médecins », « d'au moins 3 médecins », « d'un médecin ». */
function between({ from, to }: Range, noun: "médecin" | "point"): string {
  const units = (count: number) => countOf(count, noun);
  if (to === null) return `d'au moins ${units(from)}`;
  return from === to ? `de ${units(to)}` : `de ${number(from)} à ${units(to)}`;
}

function nearness({ side, from, to }: Criterion<"nearness">): string {
  const patients = (count: number) => countOf(count, "patient");
  if (side === "either") {
    if (to === null) return `à ${patients(from)} au moins du seuil`;
    return from === 0 ? `à ${patients(to)} au plus du seuil` : `entre ${number(from)} et ${patients(to)} du seuil`;
  }
  const amount =
    to === null ? `au moins ${patients(from)}` : from === to ? patients(to) : `de ${number(from)} à ${patients(to)}`;
  if (side === "missing") return `à qui il manque ${amount}`;
  if (to === null) return from === 0 ? "au seuil ou au-dessus" : `au-dessus du seuil d'${amount}`;
  return from === to ? `au-dessus du seuil de ${amount}` : `au-dessus du seuil ${amount}`;
}

function specialties(is: Criterion<"specialty">["is"]): string {
  const whole = is.filter((value) => value === "general-practice" || value === "specialists");
  const fields = is.filter((value) => value !== "general-practice" && value !== "specialists" && value !== "other");
  return either([
    ...whole.map((value) => SPECIALTIES[value]),
    ...(fields.length > 0 ? [`spécialistes en ${either(fields.map((value) => SPECIALTIES[value]))}`] : []),
    ...(is.includes("other") ? ["médecins d'une autre spécialité"] : []),
  ]);
}

/** « Secteur de Nantes » names itself; any other name is quoted. */
function ofSector(name: string | undefined): string {
  if (name === undefined) return "d'un secteur supprimé";
  return /^secteur\s/i.test(name) ? `du s${name.slice(1)}` : `du secteur ${quoted(name)}`;
}

function stages(is: Criterion<"stage">["is"]): string {
  const reached = is.filter((value) => value !== "none" && value !== "lost").map((value) => quoted(STAGES[value]));
  return either([
    ...(reached.length > 0 ? [`${plural(reached.length, "à l'étape", "aux étapes")} ${either(reached)}`] : []),
    ...(is.includes("none") ? ["à aucune étape"] : []),
    ...(is.includes("lost") ? ["perdus"] : []),
  ]);
}

function contact(criterion: Criterion<"contact">): string {
  if (criterion.when === "never") return "jamais contactés";
  const days = countOf(criterion.days, "jour");
  return criterion.when === "within" ? `contactés depuis ${days} au plus` : `contactés il y a plus de ${days}`;
}

function lastVisit(is: Criterion<"last-visit">["is"]): string {
  const results = is.filter((value) => value !== "never-met").map((value) => LAST_VISITS[value]);
  return either([
    ...(results.length > 0 ? [`${either(results)} à la dernière visite`] : []),
    ...(is.includes("never-met") ? [LAST_VISITS["never-met"]] : []),
  ]);
}

function campaign({ received, campaignId, days }: Criterion<"campaign">, { campaigns }: Names): string {
  const since = days === null ? "" : ` depuis ${countOf(days, "jour")}`;
  if (campaignId === null) return `${received ? "ayant reçu une campagne" : "sans campagne reçue"}${since}`;
  const name = campaigns[campaignId];
  const which = name === undefined ? "une campagne que vous ne voyez pas" : `la campagne ${quoted(name)}`;
  return `${received ? "ayant" : "n'ayant pas"} reçu ${which}${since}`;
}

/** Several things true at once, inside a longer list: the comma keeps « a ou b, et c » from being misread. */
export function together(words: readonly string[]): string {
  if (words.length < 2 || !words.some((word) => / ou |, /.test(word))) return listed(words);
  return `${words.slice(0, -1).join(", ")}, et ${words.at(-1)}`;
}
