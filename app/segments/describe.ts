import { capital } from "~/eligibility/assessment";
import { french } from "~/format/typography";
import { type Criterion, type Group, isGroup, type Node, plain } from "./criteria";
import type { Names } from "./labels";
import { phraseOf, together } from "./phrases";

/** Who they are, in one French sentence. */
export function describe(group: Group, names: Names): string {
  const { match, of } = plain(group);
  if (of.length === 0) return "Tous les médecins.";
  if (match === "all") return sentence(people(of, names));
  if (match === "any") return sentence(`médecins ${alternatives(of, names)}`);
  return sentence(`tous les médecins, ${except(of, names)}`);
}

/** A criterion or a group by itself: on a chip, in a message. */
export function partOf(node: Node, names: Names): string {
  return french(isGroup(node) && node.match === "none" ? except(node.of, names) : fragment(node, names));
}

/** The specialty is the noun, the zone stands beside it, exceptions come last. */
function people(of: readonly Node[], names: Names): string {
  const specialty = of.find((node) => isKind(node, "specialty"));
  const zone = of.find((node) => isKind(node, "zone"));
  const exceptions = of.filter((node): node is Group => isGroup(node) && node.match === "none");
  const others = of.filter((node) => node !== specialty && node !== zone && !exceptions.includes(node as Group));
  const head = specialty ? fragment(specialty, names) : "médecins";
  const [beside, ...more] = [...(zone ? [zone] : []), ...others].map((node) => fragment(node, names));
  const isLong = / (ou|en) /.test(head);
  const noun = beside === undefined ? head : `${head}${isLong ? "," : ""} ${beside}`;
  return [noun, ...more, ...exceptions.map((group) => except(group.of, names))].join(", ");
}

function fragment(node: Node, names: Names): string {
  if (!isGroup(node)) return phraseOf(node, names);
  switch (node.match) {
    case "all":
      return `à la fois ${together(node.of.map((each) => fragment(each, names)))}`;
    case "any":
      return alternatives(node.of, names);
    case "none":
      return `autres que ${together(node.of.map((each) => those(each, names)))}`;
  }
}

function alternatives(of: readonly Node[], names: Names): string {
  return of.map((node) => `soit ${fragment(node, names)}`).join(", ");
}

function except(of: readonly Node[], names: Names): string {
  return `sauf ${together(of.map((node) => those(node, names)))}`;
}

function those(node: Node, names: Names): string {
  return `${isKind(node, "specialty") ? "les" : "ceux"} ${fragment(node, names)}`;
}

function isKind(node: Node, kind: Criterion["kind"]): boolean {
  return !isGroup(node) && node.kind === kind;
}

function sentence(text: string): string {
  return french(`${capital(text)}.`);
}
