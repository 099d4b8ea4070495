import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { VerdictMark } from "~/eligibility/verdict-mark";
import { dayMonthYear } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { RowItem, RowList } from "~/ui/row-list";
import { cabinetOf } from "./doctor.server";
import { PlaceCard } from "./place-card";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "doctor.read", (ctx) => cabinetOf(ctx, args.params.doctorId));
}

export default function Cabinet() {
  const { places, colleagues, practiceKey } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const list = search.get("liste");
  const kept = list ? `?liste=${encodeURIComponent(list)}` : "";
  const signed = colleagues.filter(({ signedOn }) => signedOn !== null).length;
  return (
    <div className="stack stack-loose">
      <Panel title={`Lieux d'exercice (${places.length})`}>
        {places.length === 0 ? (
          <p className="soft">L'annuaire ne donne aucune adresse pour ce médecin.</p>
        ) : (
          <div className="columns">
            {places.map((place) => (
              <PlaceCard
                key={place.id}
                place={place}
                isMain={practiceKey !== null && place.practice_key === practiceKey}
              />
            ))}
          </div>
        )}
      </Panel>
      {colleagues.length === 0 ? (
        <EmptyState
          icon="doctors"
          title="Aucun confrère connu à cette adresse"
          why="Personne d'autre n'exerce à la même adresse dans vos secteurs, d'après l'annuaire."
          action={<LinkButton to="/medecins">Voir la liste</LinkButton>}
        />
      ) : (
        <Panel
          title={countOf(colleagues.length, "confrère à la même adresse", "confrères à la même adresse")}
          aside={signed > 0 && <Badge tone="good">{countOf(signed, "contrat signé", "contrats signés")}</Badge>}
        >
          <RowList label="Confrères du cabinet" states={1}>
            {colleagues.map(({ id, name, specialty, verdict, signedOn }) => (
              <RowItem
                key={id}
                to={`/medecins/${id}${kept}`}
                name={name}
                where={specialty}
                reason={signedOn === null ? undefined : `Contrat signé le ${dayMonthYear(signedOn)}.`}
                states={[<VerdictMark key="verdict" verdict={verdict} />]}
              />
            ))}
          </RowList>
        </Panel>
      )}
    </div>
  );
}
