import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { numericDayAndTime } from "~/format/dates";
import { french } from "~/format/typography";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { RowItem, RowList } from "~/ui/row-list";
import { mails } from "./mails.server";
import { mailsSearch } from "./ops.form";

export const meta: MetaFunction = () => [{ title: "Courriels capturés · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, mailsSearch);
  const page = await enter(args, "engine.read", (ctx) => mails(ctx, search));
  return { ...page, hasRelay: args.context.services.env.SMTP_URL !== undefined };
}

export default function Mails() {
  const { mails: letters, older, hasRelay } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title="Courriels capturés"
        intro={french("Sans relais de courriel, aucune lettre ne sort : Tandem les garde ici trente jours.")}
      />
      {hasRelay && (
        <Notice kind="attention" title="Un relais est en service">
          Les lettres partent par SMTP_URL et n'arrivent plus ici. Celles de cette liste datent d'avant.
        </Notice>
      )}
      {letters.length === 0 ? (
        <EmptyState
          icon="mail"
          title="Aucune lettre"
          why="Les lettres aux personnes de votre caisse apparaîtront ici, par exemple les invitations."
        />
      ) : (
        <RowList label="Lettres capturées">
          {letters.map(({ id, at, recipients, subject }) => (
            <RowItem
              key={id}
              to={`/courriels/${id}`}
              name={subject}
              reason={`À ${recipients.join(", ")}`}
              states={[
                <span key="at" className="soft nowrap">
                  {numericDayAndTime(at)}
                </span>,
              ]}
            />
          ))}
        </RowList>
      )}
      <Pager next={older === null ? undefined : `/courriels?avant=${older}`} />
    </div>
  );
}
