import { Form } from "@remix-run/react";
import { useState } from "react";
import { countOf } from "~/format/numbers";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { type CampaignState, mayStep } from "./campaign";

export interface CampaignActionsProps {
  name: string;
  state: CampaignState;
  mayManage: boolean;
  mayApprove: boolean;
  /** Letters that an approval would send, or a cancellation would stop. */
  concerned: number;
  isBlocked: boolean;
  needsSecond: boolean;
  isOwn: boolean;
}

/** What may be done now, the expected act first; what hurts is confirmed with its number. */
export function CampaignActions(props: CampaignActionsProps) {
  const { state, mayManage, mayApprove, needsSecond, isOwn, isBlocked } = props;
  const mustSubmit = needsSecond && (state === "draft" || isOwn);
  return (
    <div className="cluster">
      {mayManage && state === "draft" && mustSubmit && (
        <Act intent="submit" kind="primary" isOff={isBlocked}>
          Soumettre à validation
        </Act>
      )}
      {mayApprove && mayStep(state, "approve") && !mustSubmit && <Approve {...props} />}
      {mayApprove && state === "submitted" && (
        <Act intent="send-back" kind="secondary">
          Rendre à son auteur
        </Act>
      )}
      {mayManage && mayStep(state, "resume") && (
        <Act intent="resume" kind="primary">
          Reprendre l'envoi
        </Act>
      )}
      {mayManage && mayStep(state, "pause") && (
        <Act intent="pause" kind="primary">
          Suspendre
        </Act>
      )}
      {mayManage && mayStep(state, "cancel") && <Cancel {...props} />}
    </div>
  );
}

function Act(props: { intent: string; kind: "primary" | "secondary"; isOff?: boolean; children: string }) {
  return (
    <Form method="post">
      <Button type="submit" name="intent" value={props.intent} kind={props.kind} disabled={props.isOff ?? false}>
        {props.children}
      </Button>
    </Form>
  );
}

function Approve({ concerned, isBlocked, name }: CampaignActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const whom = countOf(concerned, "médecin");
  return (
    <>
      <Button kind="primary" disabled={isBlocked} onClick={() => setOpen(true)}>
        {concerned > 0 ? `Valider l'envoi à ${whom}` : "Valider l'envoi"}
      </Button>
      <Confirm
        title={`Envoyer « ${name} » à ${whom} ?`}
        verb={`Valider l'envoi à ${whom}`}
        gesture="J'ai relu la lettre, le public et les heures d'envoi"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        fields={{ intent: "approve" }}
      >
        <p>
          Le contenu et le public sont figés. Chaque courriel part une seule fois ; vous pourrez suspendre à tout
          moment.
        </p>
      </Confirm>
    </>
  );
}

function Cancel({ concerned, name, state }: CampaignActionsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Annuler la campagne
      </Button>
      <Confirm
        title={`Annuler « ${name} » ?`}
        verb="Annuler la campagne"
        isDangerous
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        fields={{ intent: "cancel" }}
      >
        <p>
          {state === "draft" || concerned === 0
            ? "Le brouillon reste lisible, mais ne pourra plus partir."
            : `${countOf(concerned, "courriel")} ne partiront pas. Ceux déjà envoyés ne peuvent pas être rappelés.`}
        </p>
      </Confirm>
    </>
  );
}
