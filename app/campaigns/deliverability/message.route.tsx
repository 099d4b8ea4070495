import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { bytes } from "~/format/bytes";
import { dayAndTime } from "~/format/dates";
import { buttonClass } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import "./deliverability.css";
import { openMessage } from "./deliverability.server";

export const meta: MetaFunction = () => [{ title: "Message revenu · Délivrabilité · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.read", (ctx) => openMessage(ctx, args.params.digest));
}

const KINDS: Readonly<Record<string, string>> = {
  bounce: "Rebond",
  complaint: "Plainte",
  "auto-reply": "Réponse automatique",
  "one-click": "Demande d'arrêt",
  delivered: "Remise confirmée",
  delayed: "Remise retardée",
  unknown: "Message à lire",
};

/** A message as it came: what Tandem read in it is said, and anybody may judge again. */
export default function ReturnedMessage() {
  const message = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title={KINDS[message.kind] ?? "Message revenu"}
        back={{ to: "/campagnes/delivrabilite", label: "Délivrabilité" }}
        facts={
          <>
            <span>reçu {dayAndTime(message.receivedAt)}</span>
            {message.status && <span>code {message.status}</span>}
            {message.doctor_id !== null && <Link to={`/medecins/${message.doctor_id}`}>{message.address}</Link>}
          </>
        }
        action={
          <a
            className={buttonClass({ kind: "secondary" })}
            href={`/campagnes/delivrabilite/messages/${message.digest}/brut`}
            download
          >
            Télécharger ({bytes(message.size)})
          </a>
        }
      />
      <Panel title="En-têtes">
        <DefinitionList items={message.headers.map(({ name, value }) => ({ term: name, value }))} />
      </Panel>
      <Panel title={message.isCut ? "Message, coupé ici ; le fichier est entier" : "Message entier"}>
        <pre className="raw-message">{message.text}</pre>
      </Panel>
    </div>
  );
}
