import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { recordsOf } from "./doctor.server";
import { EmailTable } from "./email-table";
import { FactHistory } from "./fact-history";
import { FactTable } from "./fact-table";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "doctor.read", (ctx) => recordsOf(ctx, args.params.doctorId));
}

/** Every stored fact with its source and date; nothing here is deduced. */
export default function Records() {
  const { doctorId } = useParams();
  const { doctor, known, history, emails, today, mayComplete, asked, isAddressAsked } = useLoaderData<typeof loader>();
  return (
    <div className="stack stack-loose">
      <Panel title="Ce que Tandem sait de ce médecin">
        <FactTable known={known} today={today} mayComplete={mayComplete} asked={asked} />
      </Panel>
      {isAddressAsked && mayComplete && (
        <Notice
          kind="attention"
          title="Une adresse est à demander à ce médecin"
          action={<LinkButton to={`/medecins/${doctorId}/adresse`}>Noter sa réponse</LinkButton>}
        >
          Un courriel de la caisse est revenu : seul le médecin peut dire où lui écrire.
        </Notice>
      )}
      <Panel title="Adresses électroniques">
        <EmailTable emails={emails} />
      </Panel>
      <Panel title="Tout ce qui a été dit, du plus récent au plus ancien">
        <FactHistory history={history} />
      </Panel>
      <p className="soft small">
        Identité et adresses : {doctor.source}, {dayMonthYear(doctor.sourceOn)}. Dans l'annuaire depuis le{" "}
        {dayMonthYear(doctor.firstSeenOn)}
        {doctor.goneOn !== null && `, absent depuis le ${dayMonthYear(doctor.goneOn)}`}.
      </p>
    </div>
  );
}
