import { number } from "~/format/numbers";
import { LinkButton } from "./button";

export type PagerProps = {
  /** Address of the page before, when there is one. */
  previous?: string | undefined;
  next?: string | undefined;
  /** Ranks of the first and last rows shown, when they are known: keyset pages do not count on their own. */
  first?: number | undefined;
  last?: number | undefined;
  total?: number | undefined;
};

export function Pager({ previous, next, first, last, total }: PagerProps) {
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label="Pages de la liste">
      <span className="pager-range">
        {first !== undefined && last !== undefined && `${number(first)} à ${number(last)}`}
        {total !== undefined && ` sur ${number(total)}`}
      </span>
      <span className="pager-links">
        {previous && (
          <LinkButton to={previous} icon="chevron-left" rel="prev">
            Précédents
          </LinkButton>
        )}
        {next && (
          <LinkButton to={next} rel="next" prefetch="intent">
            Suivants
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
