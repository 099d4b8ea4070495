import { Form } from "@remix-run/react";
import { french } from "~/format/typography";
import type { Point } from "~/geo/point";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import type { FormProblems } from "~/ui/form-errors";
import { TextInput } from "~/ui/text-input";
import { distance } from "../map/nearness";
import { farFrom } from "./doubt";

export interface PlacingFormProps {
  readonly text: string;
  readonly point: Point | null;
  readonly commune: (Point & { readonly name: string }) | null;
  readonly problems: FormProblems | undefined;
  readonly isBusy: boolean;
  readonly isPlaced: boolean;
  readonly onType: (text: string) => void;
}

/** The field is what is sent: the map only writes in it, so that everything can be done without the map. */
export function PlacingForm({ text, point, commune, problems, isBusy, isPlaced, onType }: PlacingFormProps) {
  const far = point ? farFrom(point, commune) : null;
  const asks = far !== null || problems?.confirmed !== undefined;
  return (
    <Form method="post" className="form">
      <TextInput
        name="position"
        label="Coordonnées, ou adresse d'une carte en ligne"
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
        help={french(
          "Deux nombres comme « 47.2184, -1.5536 », une adresse « geo: », ou le lien long d'OpenStreetMap, de Google Maps ou de Géoportail.",
        )}
        error={problems?.position}
      />
      {text.trim() !== "" && (
        <p className={point ? "soft" : "placing-unread"} role="status">
          {wordsOf(point, commune)}
        </p>
      )}
      {asks && (
        <Checkbox
          name="confirmed"
          label={`Le cabinet est bien là${far === null || !commune ? "" : `, à ${distance(far)} de ${commune.name}`}`}
          error={problems?.confirmed}
        />
      )}
      <div className="cluster">
        <Button type="submit" name="intent" value="place" kind="primary" busy={isBusy}>
          Enregistrer l'emplacement
        </Button>
        {isPlaced && (
          <Button type="submit" name="intent" value="remove">
            Revenir à la commune
          </Button>
        )}
      </div>
    </Form>
  );
}

function wordsOf(point: Point | null, commune: PlacingFormProps["commune"]): string {
  if (!point) return "Ce texte ne désigne pas encore un point en France.";
  if (!commune) return "Point reconnu.";
  const far = farFrom(point, commune);
  return far === null
    ? `Point reconnu, dans les environs de ${commune.name}.`
    : `Point reconnu, mais à ${distance(far)} de ${commune.name}, la commune de l'adresse.`;
}
