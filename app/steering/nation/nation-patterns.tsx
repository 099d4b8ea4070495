/** A class is told by its hatching as well as by its shade: sparse dots, then closer and closer lines, then full. */
export function NationPatterns() {
  return (
    <defs>
      <pattern id="nation-1" className="nation-tile" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" />
        <circle cx="2" cy="2" r="1" />
        <circle cx="6" cy="6" r="1" />
      </pattern>
      <pattern id="nation-2" className="nation-tile" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" />
        <path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" strokeWidth="1.4" />
      </pattern>
      <pattern id="nation-3" className="nation-tile" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" />
        <path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" strokeWidth="1.8" />
      </pattern>
      <pattern id="nation-4" className="nation-tile" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" />
        <path d="M0 2.5H5M2.5 0V5" strokeWidth="2.2" />
      </pattern>
      <pattern id="nation-5" className="nation-tile nation-full" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" />
      </pattern>
      <pattern
        id="nation-hidden"
        className="nation-tile nation-none"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
      >
        <rect width="6" height="6" />
        <path d="M1 3H4" strokeWidth="1.2" />
      </pattern>
    </defs>
  );
}

/** Few classes take the clearest hatchings: the highest is always full. */
export function fillOf(rank: number | null, classes: number): string {
  if (rank === null) return "url(#nation-hidden)";
  return rank === 0 ? "var(--surface)" : `url(#nation-${5 - (classes - rank)})`;
}
