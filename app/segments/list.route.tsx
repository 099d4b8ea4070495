import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { number, plural } from "~/format/numbers";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ExportLinks } from "~/ui/export-links";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { RowItem, RowList } from "~/ui/row-list";
import { useShortcuts } from "~/ui/shortcuts";
import { ComputedAt } from "~/ui/stat";
import { useListKeys } from "~/ui/use-list-keys";
import { NEAR_MISSES_PATH } from "./near-misses";
import { browseSegments } from "./open.server";
import { restoreForm } from "./segments.form";
import "./segments.css";
import { undoDiscard } from "./segments.server";

export const meta: MetaFunction = () => [{ title: "Segments · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "segment.read", browseSegments);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "segment.manage", restoreForm, async (ctx, { restore }) => {
    await undoDiscard(ctx, restore);
    return redirect(`/segments/${restore}`);
  });
}

export default function SegmentList() {
  const { segments, mayCompose } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const removed = useSearchParams()[0].get("retire");
  const navigate = useNavigate();
  useListKeys();
  useShortcuts(mayCompose ? [{ keys: "n", label: "Nouveau segment", run: () => navigate("/segments/nouveau") }] : []);
  return (
    <div className="page">
      <PageHeader
        title="Segments"
        count={segments.length}
        intro="Des médecins choisis par critères, comptés au moment où vous regardez."
        facts={segments.length > 0 && <ExportLinks list="segments" />}
        action={
          <>
            <LinkButton to={NEAR_MISSES_PATH} icon="filter">
              Proches du seuil
            </LinkButton>
            {mayCompose && (
              <LinkButton to="/segments/nouveau" kind="primary" icon="plus">
                Nouveau segment
              </LinkButton>
            )}
          </>
        }
      />
      {refused?.error && <FormErrors message={refused.error} />}
      {removed && !refused && (
        <Notice kind="good" live title="Le segment est supprimé." action={<Restore id={removed} />} />
      )}
      {segments.length === 0 ? (
        <Nothing mayCompose={mayCompose} />
      ) : (
        <RowList label="Segments" states={1}>
          {segments.map((segment) => (
            <RowItem
              key={segment.id}
              to={`/segments/${segment.id}`}
              name={segment.name}
              where={sharing(segment)}
              reason={segment.sentence}
              states={[<Count key="count" count={segment.count} at={segment.countedAt} />]}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}

function Restore({ id }: { id: string }) {
  return (
    <Form method="post" action="/segments">
      <input type="hidden" name="restore" value={id} />
      <Button type="submit" icon="undo">
        Annuler la suppression
      </Button>
    </Form>
  );
}

function Nothing({ mayCompose }: { mayCompose: boolean }) {
  return (
    <EmptyState
      icon="filter"
      title="Aucun segment pour le moment"
      why={
        mayCompose
          ? "Un segment réunit les médecins qui répondent à des critères : éligibles en ZIP, proches du seuil, jamais rencontrés."
          : "Les segments que vos collègues partagent avec la caisse s'affichent ici."
      }
      action={
        mayCompose ? (
          <LinkButton to="/segments/nouveau">Composer un segment</LinkButton>
        ) : (
          <LinkButton to="/medecins">Voir les médecins</LinkButton>
        )
      }
    />
  );
}

function sharing({ isOwn, isShared, owner }: { isOwn: boolean; isShared: boolean; owner: string | null }): string {
  if (!isShared) return "visible de vous seul";
  return isOwn ? "partagé par vous" : `partagé par ${owner ?? "un collègue"}`;
}

function Count({ count, at }: { count: number; at: string }) {
  return (
    <span className="segment-row-count">
      <strong>
        {number(count)} {plural(count, "médecin")}
      </strong>
      <span className="small soft">
        <ComputedAt instant={at} />
      </span>
    </span>
  );
}
