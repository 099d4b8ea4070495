import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ExportLinks } from "~/ui/export-links";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { writeCriteria } from "./criteria";
import { openSegment } from "./open.server";
import { SaveForm } from "./save-form";
import { SegmentMenu } from "./segment-menu";
import { carriedSearch, segmentForm } from "./segments.form";
import "./segments.css";
import { takeStep } from "./steps.server";
import { Workbench } from "./workbench";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Segment"} · Tandem` }];

export async function loader(args: LoaderFunctionArgs) {
  const { criteres } = readSearch(args.request, carriedSearch);
  return enter(args, "segment.read", (ctx) => openSegment(ctx, args.params.segmentId!, criteres));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "segment.manage", segmentForm, async (ctx, asked) =>
    redirect(await takeStep(ctx, args.params.segmentId!, asked)),
  );
}

const DONE: Record<string, string> = {
  enregistre: "Le segment est enregistré. Les entrants et les sortants se comptent à partir de maintenant.",
  copie: "Voici votre copie. Vous pouvez la renommer et la modifier.",
  partage: "Le segment est partagé avec votre caisse.",
  prive: "Le segment n'est plus visible que de vous.",
};

export default function ShowSegment() {
  const segment = useLoaderData<typeof loader>();
  const done = DONE[useSearchParams()[0].get("fait") ?? ""];
  // Another version of the segment starts the page anew.
  return <Segment key={`${segment.id} ${segment.version}`} segment={segment} done={done} />;
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Segment({ segment, done }: { segment: Shown; done: string | undefined }) {
  const refused = useActionData<typeof action>();
  const kept = writeCriteria(segment.kept);
  const [text, setText] = useState(writeCriteria(segment.criteria));
  const isBusy = useNavigation().state === "submitting";
  return (
    <div className="page">
      <PageHeader
        title={segment.name}
        back={{ to: "/segments", label: "Segments" }}
        facts={<Facts segment={segment} isChanged={text !== kept} />}
        action={
          segment.mayCompose && (
            <>
              <SegmentMenu segment={segment} />
              <Button type="submit" form="segment" kind="primary" busy={isBusy}>
                {segment.mayChange ? "Enregistrer" : "Enregistrer une copie"}
              </Button>
            </>
          )
        }
      />
      {done && !refused && (
        <Notice kind="good" live>
          {done}
        </Notice>
      )}
      {segment.mayCompose && (
        <SaveForm
          refused={refused}
          criteria={text}
          name={segment.name}
          hidden={{ intent: segment.mayChange ? "save" : "copy", version: String(segment.version) }}
        />
      )}
      <Workbench opened={segment} saved={{ id: segment.id, kept }} isReading={!segment.mayCompose} tell={setText} />
    </div>
  );
}

function Facts({ segment, isChanged }: { segment: Shown; isChanged: boolean }) {
  const owner = segment.isOwn ? "vous" : (segment.owner ?? "un collègue");
  return (
    <>
      {segment.isShared ? (
        <Badge tone="brand">Partagé par {owner}</Badge>
      ) : (
        <Badge icon="lock">Visible de vous seul</Badge>
      )}
      {isChanged && <Badge tone="doubt">Modifié, pas encore enregistré</Badge>}
      <ExportLinks list="medecins" query={`segment=${segment.id}`} />
    </>
  );
}
