import { Form, useSearchParams } from "@remix-run/react";
import { longDay } from "~/format/dates";
import { minutes } from "~/format/durations";
import { french } from "~/format/typography";
import { Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { DONE, isDone } from "./address";
import type { Lateness } from "./stops";

export interface DayNoticesProps {
  readonly hasBase: boolean;
  readonly stops: readonly unknown[];
  readonly lateness: Lateness | null;
  readonly absent: {
    visitId: string;
    doctorId: number;
    name: string;
    againOn: string | null;
    mayUndo: boolean;
  } | null;
}

/** What just happened, and what the plan asks for. */
export function DayNotices({ hasBase, stops, lateness, absent }: DayNoticesProps) {
  const done = useSearchParams()[0].get("fait");
  return (
    <>
      {isDone(done) && (
        <Notice kind="good" live>
          {DONE[done]}
        </Notice>
      )}
      {absent && <Absence {...absent} />}
      {lateness && (
        <Notice kind="attention" title={french(`${lateness.name} : ${minutes(lateness.minutes)} de retard à prévoir`)}>
          {french(
            `La route ne permet pas d'être au rendez-vous de ${lateness.from}. Prévenez le cabinet, ou reportez l'une des deux visites.`,
          )}
        </Notice>
      )}
      {!hasBase && stops.length > 0 && (
        <Notice
          title="Les trajets ne sont pas comptés"
          action={<LinkButton to="/visites/reglages">Indiquer mon point de départ</LinkButton>}
        >
          Vous n'avez pas encore dit d'où vous partez.
        </Notice>
      )}
    </>
  );
}

function Absence({ visitId, doctorId, name, againOn, mayUndo }: NonNullable<DayNoticesProps["absent"]>) {
  return (
    <Notice
      kind="good"
      live
      title={`${name}, absent : c'est noté`}
      action={
        <div className="cluster">
          <LinkButton to={`/medecins/${doctorId}/creneaux`} icon="calendar">
            Trouver un créneau
          </LinkButton>
          {mayUndo && (
            <Form method="post">
              <input type="hidden" name="visitId" value={visitId} />
              <Button type="submit" name="intent" value="undo-missed" kind="quiet" icon="undo">
                C'était une erreur
              </Button>
            </Form>
          )}
        </div>
      }
    >
      {againOn ? `À revoir d'ici le ${longDay(againOn)} : la visite est dans vos relances.` : null}
    </Notice>
  );
}
