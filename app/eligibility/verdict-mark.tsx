import { Marked } from "~/ui/mark-shapes";

const LOOKS = {
  yes: { shape: "disc-check", tone: "good", word: "Oui" },
  no: { shape: "ring-cross", tone: "plain", word: "Non" },
  unknown: { shape: "half-question", tone: "doubt", word: "À vérifier" },
} as const;

/** The answer, with its shape and its word; nothing where nothing was judged. */
export function VerdictMark({ verdict, strong = false }: { verdict: string | null; strong?: boolean }) {
  const look = LOOKS[verdict as keyof typeof LOOKS];
  if (!look) return null;
  return (
    <Marked shape={look.shape} tone={look.tone} strong={strong}>
      {look.word}
    </Marked>
  );
}
