import { Button } from "~/ui/button";
import { openNext } from "./use-follow-up-keys";

/** Opens the first that is closed, after the one in hand. */
export function TakeNext() {
  return (
    <Button kind="primary" icon="arrow-right" onClick={openNext}>
      Traiter la suivante
    </Button>
  );
}
