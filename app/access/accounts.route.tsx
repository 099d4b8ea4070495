import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";
import "./access.css";
import { AccountState } from "./account-state";
import { accountsSearch } from "./accounts.form";
import { accounts } from "./accounts.server";
import { enter, readSearch } from "./doorway.server";
import { FundChoice } from "./fund-choice";
import { ROLE_LABELS } from "./permissions";

export const meta: MetaFunction = () => [{ title: "Comptes · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, accountsSearch);
  return enter(args, "account.manage", (ctx) => accounts(ctx, search));
}

export default function Accounts() {
  const { accounts: people, fundId, funds } = useLoaderData<typeof loader>();
  const create = funds.length > 0 && fundId !== null ? `/comptes/nouveau?caisse=${fundId}` : "/comptes/nouveau";
  const invite = (
    <LinkButton to={create} kind="primary" icon="plus">
      Inviter une personne
    </LinkButton>
  );
  return (
    <div className="page">
      <PageHeader
        title="Comptes"
        count={people.length}
        action={invite}
        intro="Les personnes qui se connectent à Tandem, leur rôle et leurs secteurs."
      />
      <FundChoice funds={funds} fundId={fundId} />
      {people.length === 0 ? (
        <EmptyState
          icon="user"
          title="Aucun compte"
          why="Personne n'a encore été invité ici."
          action={<LinkButton to={create}>Inviter la première personne</LinkButton>}
        />
      ) : (
        <Table
          caption="Comptes"
          rows={people}
          rowKey={(account) => account.id}
          columns={[
            { label: "Nom", kind: "lead", cell: ({ id, name }) => <Link to={`/comptes/${id}`}>{name}</Link> },
            { label: "Adresse e-mail", cell: ({ email }) => <span className="breakable">{email}</span> },
            { label: "Rôle", cell: ({ role }) => ROLE_LABELS[role] },
            { label: "Secteurs", cell: ({ role, sectors }) => sectorsInWords(role, sectors) },
            { label: "État", kind: "state", cell: (account) => <AccountState account={account} /> },
          ]}
        />
      )}
    </div>
  );
}

function sectorsInWords(role: string, sectors: readonly string[]): string {
  if (role !== "delegate") return "–";
  return sectors.length === 0 ? "Aucun" : sectors.join(", ");
}
