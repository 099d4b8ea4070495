import { useNavigate } from "@remix-run/react";
import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";
import { dayAddress } from "./address";

/** Keys of a desk: from stop to stop, and from day to day. */
export function useDayKeys({ previous, next }: { previous: string; next: string }) {
  const navigate = useNavigate();
  useListKeys();
  useShortcuts([
    { keys: "p", label: "Jour précédent", run: () => navigate(dayAddress({ day: previous })) },
    { keys: "n", label: "Jour suivant", run: () => navigate(dayAddress({ day: next })) },
    { keys: "t", label: "Aujourd'hui", run: () => navigate("/visites/journee") },
  ]);
}
