import { EVERYBODY, type Group, isGroup, type Node } from "./criteria";

/** The way to a node from the root: its rank in each group on the way. The root is []. */
export type Path = readonly number[];

export function nodeAt(root: Group, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((node, rank) => (node && isGroup(node) ? node.of[rank] : undefined), root);
}

/** The tree with another node at that place; null takes it away. A place that is not there changes nothing. */
export function put(root: Group, path: Path, node: Node | null): Group {
  const [rank, ...rest] = path;
  if (rank === undefined) return node && isGroup(node) ? node : EVERYBODY;
  const child = root.of[rank];
  if (!child || (rest.length > 0 && !isGroup(child))) return root;
  const changed = rest.length === 0 ? node : put(child as Group, rest, node);
  return { ...root, of: changed === null ? root.of.toSpliced(rank, 1) : root.of.with(rank, changed) };
}

export function addTo(root: Group, path: Path, node: Node): Group {
  const group = nodeAt(root, path);
  return group && isGroup(group) ? put(root, path, { ...group, of: [...group.of, node] }) : root;
}

/** A criterion from which every value was taken asks nothing yet. */
export function isComplete(node: Node): boolean {
  if (isGroup(node)) return true;
  return "is" in node ? node.is.length > 0 : node.kind !== "opt-out" || node.of.length > 0;
}

/** What can be counted: without the criteria that ask nothing yet. */
export function complete(group: Group): Group {
  const of = group.of.filter(isComplete).map((node) => (isGroup(node) ? complete(node) : node));
  return { ...group, of };
}
