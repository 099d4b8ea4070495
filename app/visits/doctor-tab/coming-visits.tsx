import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { RowItem, RowList } from "~/ui/row-list";
import { capital } from "../capital";
import { spanText } from "../moment";

interface Coming {
  id: string;
  starts_at: string;
  ends_at: string;
  zone: string;
  isMine: boolean;
  delegate: string | null;
}

interface ComingProps {
  visits: readonly Coming[];
  doctorId: number;
  /** The reader plans visits, and the doctor accepts them. */
  mayPlan: boolean;
}

export function ComingVisits({ visits, doctorId, mayPlan }: ComingProps) {
  const plan = mayPlan && (
    <LinkButton to={`/medecins/${doctorId}/creneaux`} icon="calendar">
      Planifier une visite
    </LinkButton>
  );
  if (visits.length === 0)
    return (
      <Panel title="Prochaine visite" aside={plan}>
        <p className="soft">Personne n'a rendez-vous avec ce médecin pour le moment.</p>
      </Panel>
    );
  return (
    <Panel title={visits.length === 1 ? "Prochaine visite" : "Prochaines visites"} aside={plan}>
      <RowList label="Visites à venir" states={0}>
        {visits.map((visit) => (
          <RowItem
            key={visit.id}
            to={`/visites/${visit.id}`}
            name={capital(spanText(visit))}
            where={visit.isMine ? "par vous" : `par ${visit.delegate ?? "une collègue ou un collègue"}`}
          />
        ))}
      </RowList>
    </Panel>
  );
}
