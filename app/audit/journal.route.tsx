import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import "~/access/access.css";
import { enter, readSearch } from "~/access/doorway.server";
import { numericDayAndTime } from "~/format/dates";
import { french } from "~/format/typography";
import { Button, LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Select } from "~/ui/select";
import { Table } from "~/ui/table";
import { journalSearch } from "./journal.form";
import { journal } from "./journal.server";
import { EVENT_KINDS } from "./kinds";

export const meta: MetaFunction = () => [{ title: "Journal · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, journalSearch);
  return enter(args, "journal.read", (ctx) => journal(ctx, search));
}

export default function Journal() {
  const { events, people, newer, older } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [kind, who] = [search.get("quoi") ?? "", search.get("qui") ?? ""];
  const address = (change: Record<string, string>) => journalAddress({ quoi: kind, qui: who, ...change });
  return (
    <div className="page">
      <PageHeader
        title="Journal"
        intro={french("Ce qui s'est passé dans la caisse : qui, quoi, quand. Le journal ne se modifie pas.")}
        facts={events.length > 0 && <ExportLinks list="journal" query={address({}).split("?")[1]} />}
      />
      <Chips label="Nature des événements">
        <Chip to={address({ quoi: "" })} isOn={kind === ""}>
          Tout
        </Chip>
        {Object.entries(EVENT_KINDS).map(([key, { label }]) => (
          <Chip key={key} to={address({ quoi: key })} isOn={kind === key}>
            {label}
          </Chip>
        ))}
      </Chips>
      <Form method="get" className="choose" key={who}>
        {kind && <input type="hidden" name="quoi" value={kind} />}
        <Select
          name="qui"
          label="Personne"
          placeholder="Tout le monde"
          defaultValue={who}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button type="submit">Afficher</Button>
      </Form>
      {events.length === 0 ? (
        <EmptyState
          icon="journal"
          title="Aucun événement"
          why="Rien ne correspond à ces filtres."
          action={<LinkButton to="/journal">Voir tout le journal</LinkButton>}
        />
      ) : (
        <Table
          caption="Événements, du plus récent au plus ancien"
          rows={events}
          rowKey={(event) => String(event.id)}
          columns={[
            { label: "Quand", cell: (event) => <span className="nowrap">{numericDayAndTime(event.at)}</span> },
            { label: "Qui", kind: "lead", cell: (event) => event.who },
            { label: "Quoi", cell: (event) => event.sentence },
          ]}
        />
      )}
      <Pager
        previous={newer === null ? undefined : address({ apres: String(newer) })}
        next={older === null ? undefined : address({ avant: String(older) })}
      />
    </div>
  );
}

function journalAddress(search: Record<string, string>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== "");
  return kept.length === 0 ? "/journal" : `/journal?${new URLSearchParams(kept)}`;
}
