import { Form } from "@remix-run/react";
import { countOf } from "~/format/numbers";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { Placed } from "./placing.server";
import { writePoint } from "./read-point";

/** What was done, for whom, and the way back. */
export function PlacingDone({ done }: { done: Placed }) {
  const { before, doctors, isPlaced } = done;
  const whom = doctors > 1 ? ` Il vaut pour les ${countOf(doctors, "médecin")} de ce cabinet.` : "";
  return (
    <Notice
      kind="good"
      live
      title={isPlaced ? "Emplacement enregistré." : "Le cabinet est de nouveau placé au centre de sa commune."}
      action={
        (before || isPlaced) && (
          <Form method="post">
            <input type="hidden" name="intent" value={before ? "place" : "remove"} />
            {before && <input type="hidden" name="position" value={writePoint(before)} />}
            {before && <input type="hidden" name="confirmed" value="on" />}
            <Button type="submit" icon="undo">
              Annuler
            </Button>
          </Form>
        )
      }
    >
      {isPlaced ? `Tournées et distances en tiennent compte dès maintenant.${whom}` : ""}
    </Notice>
  );
}
