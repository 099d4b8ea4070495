import { Form } from "@remix-run/react";
import { useState } from "react";
import { countOf } from "~/format/numbers";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { type JourneyState, mayMove } from "./journey";

export interface JourneyActionsProps {
  name: string;
  state: JourneyState;
  mayManage: boolean;
  mayApprove: boolean;
  /** Who would enter, or who is on the way. */
  concerned: number;
  isBlocked: boolean;
  needsSecond: boolean;
  isOwn: boolean;
}

/** What may be done now, the expected act first; what begins or ends for many is confirmed with its number. */
export function JourneyActions(props: JourneyActionsProps) {
  const { state, mayManage, mayApprove, needsSecond, isOwn, isBlocked } = props;
  const mustSubmit = needsSecond && (state === "draft" || isOwn);
  return (
    <>
      {mayManage && state === "draft" && mustSubmit && !isBlocked && (
        <Act intent="submit" isPrimary>
          Soumettre à validation
        </Act>
      )}
      {mayApprove && mayMove(state, "start") && !mustSubmit && !isBlocked && <Start {...props} />}
      {mayApprove && mayMove(state, "send-back") && <Act intent="send-back">Rendre à son auteur</Act>}
      {mayManage && mayMove(state, "resume") && (
        <Act intent="resume" isPrimary>
          Reprendre le parcours
        </Act>
      )}
      {mayManage && mayMove(state, "pause") && <Pause {...props} />}
      {mayManage && mayMove(state, "end") && <End {...props} />}
    </>
  );
}

function Act(props: { intent: string; isPrimary?: boolean; children: string }) {
  return (
    <Form method="post">
      <Button type="submit" name="intent" value={props.intent} kind={props.isPrimary ? "primary" : "secondary"}>
        {props.children}
      </Button>
    </Form>
  );
}

function Start({ concerned, name }: JourneyActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const whom = countOf(concerned, "médecin");
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        Lancer pour {whom}
      </Button>
      <Confirm
        title={`Lancer « ${name} » pour ${whom} ?`}
        verb={`Lancer pour ${whom}`}
        gesture="J'ai relu les étapes, les lettres et les règles d'arrêt"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        fields={{ intent: "start" }}
      >
        <p>
          Étapes et lettres sont figées. Le public est relu chaque nuit : qui répond aux critères plus tard entre aussi,
          une seule fois.
        </p>
      </Confirm>
    </>
  );
}

function Pause({ concerned, name }: JourneyActionsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        Suspendre
      </Button>
      <Confirm
        title={`Suspendre « ${name} » ?`}
        verb="Suspendre le parcours"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        fields={{ intent: "pause" }}
      >
        <p>
          {countOf(concerned, "médecin")} en chemin : chacun reste où il est. Aucune étape ne commence et aucune lettre
          ne part avant la reprise.
        </p>
      </Confirm>
    </>
  );
}

function End({ concerned, name }: JourneyActionsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Mettre fin au parcours
      </Button>
      <Confirm
        title={`Mettre fin à « ${name} » ?`}
        verb="Mettre fin au parcours"
        isDangerous
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        fields={{ intent: "end" }}
      >
        <p>
          {countOf(concerned, "médecin")} en chemin en sortent pour de bon. Les lettres non parties sont annulées, les
          appels et visites pas encore faits sont retirés des relances des délégués.
        </p>
      </Confirm>
    </>
  );
}
