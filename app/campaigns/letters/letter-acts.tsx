import { useSubmit } from "@remix-run/react";
import { useState } from "react";
import { french } from "~/format/typography";
import { Confirm } from "~/ui/confirm";
import { Menu, type MenuEntry } from "~/ui/menu";

/** What is done to a letter as a whole. */
export function LetterActs({ isArchived }: { isArchived: boolean }) {
  const submit = useSubmit();
  const [asks, setAsks] = useState(false);
  const post = (intent: string) => submit({ intent }, { method: "post" });
  const entries: MenuEntry[] = [
    { id: "duplicate", label: "Dupliquer", icon: "file", onAction: () => post("duplicate") },
    isArchived
      ? { id: "restore", label: "Sortir des archives", icon: "undo", onAction: () => post("restore") }
      : { id: "archive", label: "Archiver", icon: "lock", onAction: () => setAsks(true) },
  ];
  return (
    <>
      <Menu label="Autres actions" icon="more" iconOnly entries={entries} />
      <Confirm
        title={french("Archiver cette lettre ?")}
        verb="Archiver la lettre"
        isOpen={asks}
        onClose={() => setAsks(false)}
        fields={{ intent: "archive" }}
      >
        <p>
          Elle quitte la liste et ne sera plus proposée aux campagnes. Celles qui l'ont déjà gardent leur copie. Vous
          pourrez la sortir des archives.
        </p>
      </Confirm>
    </>
  );
}
