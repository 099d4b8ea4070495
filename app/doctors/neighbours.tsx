import { useNavigate } from "@remix-run/react";
import { LinkButton } from "~/ui/button";
import { useShortcuts } from "~/ui/shortcuts";

interface NeighboursProps {
  neighbours: { previous: number | null; next: number | null };
  /** The list one came from, carried along. */
  kept: string;
  back: string;
  phone: string | null;
}

/** Walking the list without going back to it, by keys or by thumb. */
export function Neighbours({ neighbours: { previous, next }, kept, back, phone }: NeighboursProps) {
  const navigate = useNavigate();
  const to = (id: number | null) => (id === null ? undefined : `/medecins/${id}${kept}`);
  const go = (id: number | null) => () => id !== null && navigate(to(id)!);
  useShortcuts([
    { keys: "n", label: "Médecin suivant de la liste", run: go(next) },
    { keys: "p", label: "Médecin précédent de la liste", run: go(previous) },
    { keys: "Mod+ArrowRight", label: "Médecin suivant de la liste (flèche)", run: go(next) },
    { keys: "Mod+ArrowLeft", label: "Médecin précédent de la liste (flèche)", run: go(previous) },
    { keys: "Escape", label: "Revenir à la liste", run: () => navigate(back) },
    ...(phone ? [{ keys: "c", label: "Appeler", run: () => window.location.assign(`tel:${phone}`) }] : []),
  ]);
  if (previous === null && next === null) return null;
  return (
    <nav className="doctor-neighbours" aria-label="Dans la liste">
      {previous === null ? (
        <span />
      ) : (
        <LinkButton to={to(previous)!} kind="quiet" icon="chevron-left">
          Précédent de la liste
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton to={to(next)!} kind="quiet" icon="chevron-right" prefetch="intent">
          Suivant de la liste
        </LinkButton>
      )}
    </nav>
  );
}
