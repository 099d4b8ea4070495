import { french } from "~/format/typography";
import { Checkbox } from "~/ui/checkbox";

/** Shown once a text was refused: most of what is doubtful may be kept by who has read it again. */
export function ReadAgain({ error }: { error: readonly string[] | undefined }) {
  if (!error?.[0]?.startsWith("À relire")) return null;
  return (
    <Checkbox
      name="confirmed"
      label={french(
        "J'ai relu ce texte : il ne dit rien de la santé ni de la vie privée d'une personne, et ne blesse personne.",
      )}
    />
  );
}
