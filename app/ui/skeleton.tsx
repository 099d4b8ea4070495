/** Widths that look like names and reasons; fixed, so that server and browser draw the same. */
const WIDTHS = [42, 34, 48, 38, 45, 30];

/** Keeps the height of the rows to come. */
export function SkeletonRows({ count = 8, label = "Chargement de la liste" }: { count?: number; label?: string }) {
  return (
    <div className="rows" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: count }, (_, rank) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={rank} className="row" aria-hidden="true">
          <div className="row-main">
            <span>
              <SkeletonText width={WIDTHS[rank % WIDTHS.length]! / 2} />
            </span>
            <span>
              <SkeletonText width={WIDTHS[rank % WIDTHS.length]!} />
            </span>
          </div>
          <div className="row-states">
            <SkeletonText width={12} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** Width in `ch`-like units of a tenth of a rem: 40 is 4 rem times ten. */
export function SkeletonText({ width = 20 }: { width?: number }) {
  return <span className="skeleton" style={{ inlineSize: `${width / 2}rem` }} />;
}
