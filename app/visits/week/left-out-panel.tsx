import { Form, Link } from "@remix-run/react";
import { ZoneMark } from "~/eligibility/zone-mark";
import { minutes } from "~/format/durations";
import { signed } from "~/format/numbers";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { RowItem, RowList } from "~/ui/row-list";
import { TextInput } from "~/ui/text-input";
import type { LeftOutDoctor } from "./leaving-out.server";
import type { Act } from "./use-week-acts";

export interface LeftOutPanelProps {
  readonly weekOn: string;
  readonly doctors: readonly LeftOutDoctor[];
  readonly asked: { readonly doctorId: number | null; readonly name: string };
  readonly act: Act;
  readonly isBusy: boolean;
}

/** « Pourquoi pas elle ? » */
export function LeftOutPanel({ weekOn, doctors, asked, act, isBusy }: LeftOutPanelProps) {
  const isAsked = asked.doctorId !== null || asked.name !== "";
  return (
    <Panel title="Pourquoi pas elle, pourquoi pas lui ?">
      <Form action="/visites/semaine" className="week-search" preventScrollReset>
        <input type="hidden" name="semaine" value={weekOn} />
        <TextInput name="nom" label="Nom d'un médecin" type="search" defaultValue={asked.name} data-list-filter />
        <Button type="submit">Chercher</Button>
        {isAsked && (
          <Link to={`/visites/semaine?semaine=${weekOn}`} className="link" preventScrollReset>
            Revenir aux dix premiers
          </Link>
        )}
      </Form>
      <p className="panel-note">
        {isAsked
          ? "Les médecins demandés qui ne sont pas dans la semaine."
          : "Ceux qui comptent le plus parmi les médecins que la semaine laisse de côté."}{" "}
        La valeur est leur priorité, plus forte quand une visite est promise.
      </p>
      {doctors.length === 0 ? (
        <p className="soft">
          {isAsked ? "Personne de ce nom n'est hors de la semaine." : "La semaine ne laisse personne de côté."}
        </p>
      ) : (
        <RowList label="Médecins laissés de côté" states={2}>
          {doctors.map((doctor) => (
            <RowItem
              key={doctor.doctorId}
              to={`/medecins/${doctor.doctorId}`}
              name={doctor.name}
              where={doctor.where}
              reason={
                <>
                  {doctor.sentence} {doctor.cost && <Cost cost={doctor.cost} />}
                </>
              }
              states={[
                <ZoneMark key="zone" zone={doctor.area} />,
                doctor.mayInclude ? (
                  <Button
                    key="include"
                    onClick={() => act({ intent: "include", doctorId: String(doctor.doctorId) })}
                    disabled={isBusy}
                  >
                    L'inclure<span className="visually-hidden"> : {doctor.name}</span>
                  </Button>
                ) : null,
              ]}
            />
          ))}
        </RowList>
      )}
    </Panel>
  );
}

function Cost({ cost }: { cost: NonNullable<LeftOutDoctor["cost"]> }) {
  const { minutes: spent, valueChange } = cost;
  const time = spent === 0 ? "à temps égal" : `${spent > 0 ? "+" : "−"}${minutes(Math.abs(spent))}`;
  return (
    <strong className="nowrap">
      {time}, valeur {signed(valueChange)}
    </strong>
  );
}
