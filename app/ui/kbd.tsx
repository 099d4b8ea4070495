/** Keys as people say them: « Ctrl », « Entrée ». */
const NAMES: Record<string, string> = {
  Mod: "Ctrl",
  Shift: "Maj",
  Alt: "Alt",
  Enter: "Entrée",
  Escape: "Échap",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** "Mod+k" or "g m", as shortcuts are declared. */
export function Kbd({ keys }: { keys: string }) {
  const parts = keys.split(/[ +]/).map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return (
    <span className="nowrap">
      {parts.map((part, rank) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: "g g" holds the same key twice
        <kbd key={rank} className="kbd">
          {part}
        </kbd>
      ))}
    </span>
  );
}
