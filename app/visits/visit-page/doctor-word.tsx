import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import type { Standing } from "../invitations/standing";

interface DoctorWordProps {
  told: Standing | null;
  writing: { may: true; to: string } | { may: false; why: string };
  mayInvite: boolean;
}

/** What the doctor was told by mail, and the button to tell them, or to tell them again. */
export function DoctorWord({ told, writing, mayInvite }: DoctorWordProps) {
  const isBusy = useNavigation().state !== "idle";
  const button = mayInvite && writing.may && !told?.isOnItsWay && (
    <Form method="post" replace preventScrollReset>
      <input type="hidden" name="intent" value="invite" />
      <Button type="submit" icon="mail" busy={isBusy}>
        {told ? "Renvoyer l'invitation" : "Envoyer une invitation"}
      </Button>
    </Form>
  );
  return (
    <Panel title="Invitation par courriel" aside={button}>
      <div className="stack stack-tight">
        {told?.isTrouble ? (
          <Notice kind="attention">{told.sentence}</Notice>
        ) : (
          <p>{told?.sentence ?? "Aucune invitation n'est partie."}</p>
        )}
        {mayInvite && writing.may && !told && (
          <p className="soft">Elle irait à {writing.to}, avec l'heure et l'adresse.</p>
        )}
        {mayInvite && !writing.may && !told?.isTrouble && <p className="soft">{writing.why}</p>}
      </div>
    </Panel>
  );
}
