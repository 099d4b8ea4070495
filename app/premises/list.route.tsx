import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { numericDay } from "~/format/dates";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { browsePremises } from "./browse.server";
import { DueDay } from "./due-day";
import { KIND_LABELS, STATE_LABELS } from "./labels";
import "./premises.css";
import { premisesSearch } from "./premises.form";
import { RequestStateBadge } from "./state-badge";

export const meta: MetaFunction = () => [{ title: "Locaux · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, premisesSearch);
  return enter(args, "premises.read", (ctx) => browsePremises(ctx, search));
}

export default function Premises() {
  const { today, etat, secteur, sectors, open, counts, total, requests } = useLoaderData<typeof loader>();
  const at = (state: string, sector: number | null) =>
    `/locaux?etat=${state}${sector === null ? "" : `&secteur=${sector}`}`;
  return (
    <div className="page">
      <PageHeader
        title="Locaux"
        count={total}
        intro="Les demandes d'aide à l'aménagement ou à l'agrandissement d'un cabinet, suivies jusqu'à leur réponse."
        facts={total > 0 && <ExportLinks list="locaux" query={at(etat, secteur).split("?")[1]} />}
      />
      <Chips label="États">
        <Chip to={at("en-cours", secteur)} isOn={etat === "en-cours"} count={open}>
          En cours
        </Chip>
        {counts
          .filter(({ state, count }) => count > 0 || state === etat)
          .map(({ state, count }) => (
            <Chip key={state} to={at(state, secteur)} isOn={etat === state} count={count}>
              {STATE_LABELS[state]}
            </Chip>
          ))}
      </Chips>
      {sectors.length > 1 && (
        <Chips label="Secteurs">
          <Chip to={at(etat, null)} isOn={secteur === null}>
            Tous les secteurs
          </Chip>
          {sectors.map(({ id, name }) => (
            <Chip key={id} to={at(etat, id)} isOn={secteur === id}>
              {name}
            </Chip>
          ))}
        </Chips>
      )}
      {requests.length === 0 ? (
        <EmptyState
          icon="home"
          title="Aucune demande ici"
          why={french("Une demande se note sur la fiche du médecin, onglet « Locaux ».")}
          action={<LinkButton to="/medecins">Chercher un médecin</LinkButton>}
        />
      ) : (
        <RowList label="Demandes, la plus proche échéance d'abord" states={1}>
          {requests.map((request) => (
            <RowItem
              key={request.id}
              to={`/medecins/${request.doctorId}/locaux`}
              name={request.name}
              where={request.where}
              reason={
                <>
                  {KIND_LABELS[request.kind]}, reçue le {numericDay(request.receivedOn)}
                  {request.nextStep && request.nextOn && (
                    <>
                      {" · "}
                      {request.nextStep}, <DueDay day={request.nextOn} today={today} />
                    </>
                  )}
                </>
              }
              states={[<RequestStateBadge key="state" state={request.state} />]}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}
