import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { browseCandidates } from "./browse.server";
import { candidatesSearch } from "./candidate.form";
import { CandidateFilters, queryOf } from "./candidate-filters";
import { HOURS_LABELS, PROFILE_LABELS } from "./labels";
import { LettersPanel } from "./letters-panel";
import "./recruiting.css";

export const meta: MetaFunction = () => [{ title: "Candidats · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, candidatesSearch);
  return enter(args, "candidate.read", (ctx) => browseCandidates(ctx, search));
}

export default function Candidates() {
  const { today, search, problem, total, isCut, writable, letters, candidates } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title="Candidats"
        count={total}
        intro="Les personnes qui pourraient devenir assistants médicaux, avec leur accord."
        facts={total > 0 && <ExportLinks list="candidats" query={queryOf(search)} />}
        action={
          <>
            {writable > 0 && (
              <LinkButton to={`/candidats/informer?${queryOf(search)}`} icon="mail">
                Informer {countOf(writable, "candidat")}
              </LinkButton>
            )}
            <LinkButton to="/candidats/nouveau" kind="primary" icon="plus">
              Enregistrer un candidat
            </LinkButton>
          </>
        }
      />
      <CandidateFilters search={search} problem={problem} />
      {isCut && <Notice>{french("Seuls les premiers candidats sont montrés : précisez les filtres.")}</Notice>}
      {candidates.length === 0 ? (
        <EmptyState
          icon="user"
          title="Aucun candidat ici"
          why={problem ?? "Une personne est enregistrée avec son accord, et effacée dès qu'elle le demande."}
          action={<LinkButton to="/candidats">Voir tous les candidats</LinkButton>}
        />
      ) : (
        <RowList label="Candidats" states={2}>
          {candidates.map((each) => (
            <RowItem
              key={each.id}
              to={`/candidats/${each.id}`}
              name={each.name}
              where={each.km === null ? each.commune : `${each.commune}, à ${each.km} km`}
              reason={`${HOURS_LABELS[each.hours]}, jusqu'à ${each.mobilityKm} km`}
              states={[
                <span key="profile">{PROFILE_LABELS[each.profile]}</span>,
                each.erasedOn === null ? (
                  <Badge key="state" tone={each.availableOn <= today ? "good" : "plain"}>
                    {each.availableOn <= today ? "disponible" : `le ${dayMonthYear(each.availableOn)}`}
                  </Badge>
                ) : (
                  <Badge key="state" tone="doubt">
                    à effacer le {dayMonthYear(each.erasedOn)}
                  </Badge>
                ),
              ]}
            />
          ))}
        </RowList>
      )}
      {letters.length > 0 && <LettersPanel letters={letters} />}
    </div>
  );
}
