/** One declared shortcut: "n", "Mod+k", "?", "g m" (one key, then another). */
export type Shortcut = {
  keys: string;
  label: string;
  /** Absent when the browser does it by itself and the panel only has to say so. */
  run?: () => void;
};

/** The part of a KeyboardEvent that decides. */
export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Control on a PC and Command on a Mac are the same wish. */
export function matches(chord: string, press: Press): boolean {
  const parts = chord.split("+");
  const key = parts.at(-1) || "+";
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  if (wants("Mod") !== (press.ctrlKey || press.metaKey) || wants("Alt") !== press.altKey) return false;
  // « ? » and « / » need Shift on some keyboards and not on others: only letters and named keys look at it.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && wants("Shift") !== press.shiftKey) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

export type Found = { shortcut: Shortcut } | { waitFor: string } | null;

/** `pending` is the first key of a sequence already pressed. The shortcut declared last wins: it is the topmost. */
export function find(shortcuts: readonly Shortcut[], pending: string | null, press: Press): Found {
  const topmostFirst = shortcuts.filter((each) => each.run).reverse();
  for (const shortcut of topmostFirst) {
    const [first, second] = shortcut.keys.split(" ");
    if (pending !== null ? first === pending && second && matches(second, press) : !second && matches(first!, press)) {
      return { shortcut };
    }
  }
  const opening =
    pending === null && topmostFirst.map((each) => each.keys.split(" ")).find(([a, b]) => b && matches(a!, press));
  return opening ? { waitFor: opening[0]! } : null;
}
