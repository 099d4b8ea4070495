import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { numericDayAndTime } from "~/format/dates";
import { DefinitionList } from "~/ui/definition-list";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import "./mail.css";
import { mail } from "./mails.server";
import { mailId } from "./ops.form";

export const meta: MetaFunction = () => [{ title: "Courriel · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "engine.read", (ctx) => mail(ctx, mailId.parse(args.params.mailId)));
}

export default function Mail() {
  const { at, sender, recipients, subject, headers, text, html } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader title={subject} back={{ to: "/courriels", label: "Courriels capturés" }} />
      <DefinitionList
        items={[
          { term: "De", value: sender },
          { term: "À", value: recipients.join(", ") },
          { term: "Capturé le", value: numericDayAndTime(at) },
        ]}
      />
      {html && (
        <Panel title="Comme dans une messagerie">
          {/* An empty sandbox: no script, no form, no link out of the frame, no cookie of ours. */}
          <iframe className="mail-frame" title={subject} sandbox="" srcDoc={html} />
        </Panel>
      )}
      <Panel title="Texte seul">
        <pre className="mail-text">{text || "Cette lettre n'a pas de version en texte seul."}</pre>
      </Panel>
      <details>
        <summary>En-têtes</summary>
        <pre className="mail-text">{headers}</pre>
      </details>
    </div>
  );
}
