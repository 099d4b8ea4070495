import { useSubmit } from "@remix-run/react";
import { useState } from "react";
import { quoted } from "~/format/typography";
import { Confirm } from "~/ui/confirm";
import { Menu, type MenuEntry } from "~/ui/menu";
import { useToast } from "~/ui/toast";

interface SegmentMenuProps {
  segment: { id: string; name: string; isOwn: boolean; isShared: boolean; mayChange: boolean };
}

/** What one does with a whole segment, beside saving it. */
export function SegmentMenu({ segment }: SegmentMenuProps) {
  const submit = useSubmit();
  const say = useToast();
  const [isAsking, setAsking] = useState(false);
  const { name, isOwn, isShared, mayChange } = segment;
  const step = (intent: string) => submit({ intent }, { method: "post" });
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      say({ text: "Le lien est copié, avec les critères affichés." });
    } catch {
      say({ text: "Le navigateur n'a pas permis la copie. Copiez l'adresse de la page.", tone: "danger" });
    }
  };
  const share: MenuEntry[] = isShared
    ? [{ id: "unshare", label: "Ne plus partager", icon: "lock", onAction: () => step("unshare") }]
    : [{ id: "share", label: "Partager avec la caisse", icon: "eye", onAction: () => step("share") }];
  const entries: MenuEntry[] = [
    { id: "link", label: "Copier le lien", icon: "file", onAction: copyLink },
    ...(isOwn ? share : []),
    { id: "duplicate", label: "Dupliquer", icon: "plus", onAction: () => step("duplicate") },
    ...(mayChange
      ? [
          {
            id: "remove",
            label: "Supprimer",
            icon: "trash",
            isDangerous: true,
            onAction: () => setAsking(true),
          } as const,
        ]
      : []),
  ];
  return (
    <>
      <Menu label="Autres actions" entries={entries} icon="more" iconOnly />
      <Confirm
        title={`Supprimer le segment ${quoted(name)} ?`}
        verb="Supprimer le segment"
        isDangerous
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        fields={{ intent: "remove" }}
      >
        <p>
          Les médecins et les campagnes déjà préparées ne changent pas.
          {isShared && " Vos collègues ne le verront plus."} Vous pourrez annuler juste après.
        </p>
      </Confirm>
    </>
  );
}
