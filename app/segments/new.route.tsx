import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { writeCriteria } from "./criteria";
import { openNew } from "./open.server";
import { SaveForm } from "./save-form";
import { carriedSearch, newSegmentForm } from "./segments.form";
import "./segments.css";
import { createSegment } from "./segments.server";
import { Workbench } from "./workbench";

export const meta: MetaFunction = () => [{ title: "Nouveau segment · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const { criteres } = readSearch(args.request, carriedSearch);
  return enter(args, "segment.read", (ctx) => openNew(ctx, criteres));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "segment.manage", newSegmentForm, async (ctx, text) =>
    redirect(`/segments/${await createSegment(ctx, text)}?fait=enregistre`),
  );
}

/** The figures come by themselves: an address that follows what is typed loads nothing. */
export const shouldRevalidate = () => false;

export default function NewSegment() {
  const opened = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [text, setText] = useState(writeCriteria(opened.criteria));
  const isBusy = useNavigation().state === "submitting";
  return (
    <div className="page">
      <PageHeader
        title={opened.mayCompose ? "Nouveau segment" : "Médecins trouvés"}
        back={{ to: "/segments", label: "Segments" }}
        action={
          opened.mayCompose && (
            <Button type="submit" form="segment" kind="primary" busy={isBusy}>
              Enregistrer le segment
            </Button>
          )
        }
      />
      {opened.mayCompose && <SaveForm refused={refused} criteria={text} />}
      <Workbench opened={opened} saved={null} isReading={!opened.mayCompose} tell={setText} />
    </div>
  );
}
