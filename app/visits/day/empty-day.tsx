import { Form, useNavigation } from "@remix-run/react";
import type { Day } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

export interface EmptyDayProps {
  readonly day: Day;
  readonly today: Day;
  readonly hasBase: boolean;
  readonly holiday: string | null;
  readonly isOver: boolean;
}

/** Why there is nothing, and the one way out of it. */
export function EmptyDay({ day, today, hasBase, holiday, isOver }: EmptyDayProps) {
  const isBusy = useNavigation().state !== "idle";
  const title = day === today ? "Aucune visite aujourd'hui" : `Aucune visite le ${longDay(day)}`;
  if (isOver) return <EmptyState icon="calendar" title={title} why="Ce jour est passé." />;
  if (!hasBase)
    return (
      <EmptyState
        icon="map-pin"
        title={title}
        why="Dites d'où vous partez : Tandem pourra vous proposer des médecins à portée."
        action={
          <LinkButton to="/visites/reglages" kind="primary">
            Indiquer mon point de départ
          </LinkButton>
        }
      />
    );
  return (
    <EmptyState
      icon="visits"
      title={title}
      why={
        holiday ? `${holiday}, jour férié.` : "Tandem peut proposer cinq médecins à portée, dans l'ordre de la route."
      }
      action={
        <Form method="post">
          <input type="hidden" name="day" value={day} />
          <Button type="submit" name="intent" value="fill" kind="primary" busy={isBusy}>
            Remplir ma journée
          </Button>
        </Form>
      }
    />
  );
}
