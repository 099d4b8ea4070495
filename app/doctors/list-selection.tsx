import { countOf } from "~/format/numbers";
import { formatPhone } from "~/format/phone";
import { Button } from "~/ui/button";
import { useToast } from "~/ui/toast";
import type { DoctorRow } from "./browse.server";

/** What one does with a few doctors at once: a list to paste into a message or a notebook. */
export function ListSelection({ rows, onClear }: { rows: readonly DoctorRow[]; onClear: () => void }) {
  const say = useToast();
  if (rows.length === 0) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(rows.map(lineOf).join("\n"));
      say({ text: `${countOf(rows.length, "médecin copié", "médecins copiés")}, avec commune et téléphone.` });
    } catch {
      say({ text: "Le navigateur n'a pas permis la copie. Rien n'a été copié.", tone: "danger" });
    }
  };
  return (
    <div className="list-selection cluster" role="status">
      <strong>{countOf(rows.length, "médecin sélectionné", "médecins sélectionnés")}</strong>
      <Button onClick={copy}>Copier noms et téléphones</Button>
      <Button kind="quiet" onClick={onClear}>
        Tout désélectionner
      </Button>
    </div>
  );
}

function lineOf({ name, where, phone }: DoctorRow): string {
  return [name, where, phone && formatPhone(phone)].filter(Boolean).join(" ; ");
}
