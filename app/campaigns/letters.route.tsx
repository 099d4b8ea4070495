import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { relativeTime } from "~/format/dates";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { useShortcuts } from "~/ui/shortcuts";
import { useListKeys } from "~/ui/use-list-keys";
import { Ready } from "./letters/letter-standing";
import { lettersSearch } from "./letters/letters.form";
import { browseLetters } from "./letters/letters.server";
import "./letters/letters.css";

export const meta: MetaFunction = () => [{ title: "Lettres · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, lettersSearch);
  return enter(args, "letter.read", (ctx) => browseLetters(ctx, search));
}

export default function Letters() {
  const { letters, counts, isArchived, now, mayWrite } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useListKeys();
  useShortcuts(mayWrite ? [{ keys: "n", label: "Nouvelle lettre", run: () => navigate("/lettres/nouvelle") }] : []);
  const create = (
    <LinkButton to="/lettres/nouvelle" kind="primary" icon="plus">
      Nouvelle lettre
    </LinkButton>
  );
  return (
    <div className="page">
      <PageHeader
        title="Lettres"
        count={counts.kept}
        intro="Ce que les campagnes envoient aux médecins. Une campagne garde sa propre copie de la lettre."
        action={mayWrite && letters.length > 0 && create}
      />
      {counts.archived > 0 && (
        <Chips label="Lettres affichées">
          <Chip to="/lettres" isOn={!isArchived} count={counts.kept}>
            En cours
          </Chip>
          <Chip to="/lettres?archives=oui" isOn={isArchived} count={counts.archived}>
            Archivées
          </Chip>
        </Chips>
      )}
      {letters.length === 0 ? (
        <EmptyState
          icon="mail"
          title={isArchived ? "Aucune lettre archivée" : "Aucune lettre pour le moment"}
          why={
            mayWrite
              ? french(
                  "La première peut partir du modèle : l'aide à l'emploi d'un assistant médical, avec ses montants et leurs sources.",
                )
              : "Le chargé de campagnes de votre caisse n'en a pas encore écrit."
          }
          action={mayWrite && !isArchived && create}
        />
      ) : (
        <RowList label="Lettres" states={2}>
          {letters.map((letter) => (
            <RowItem
              key={letter.id}
              to={`/lettres/${letter.id}`}
              name={letter.name}
              reason={letter.subject || "Sans objet"}
              states={[
                <Ready key="ready" toMend={letter.toMend} isArchived={letter.archived_at !== null} />,
                <span key="when" className="soft">
                  {relativeTime(letter.changed_at, now)}
                  {letter.changed_by && `, ${letter.changed_by}`}
                </span>,
              ]}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}
