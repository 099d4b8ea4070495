import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enterAsAddressee } from "~/access/addressee.server";
import { readSearch } from "~/access/doorway.server";
import { AidYears } from "~/aids/aid-years";
import { Commitments, StudyEvidence } from "~/aids/commitments";
import "~/aids/simulation.css";
import { SimulationForm } from "~/aids/simulation-form";
import { dayMonthYear } from "~/format/dates";
import { AuthFrame } from "~/ui/auth-frame";
import { Notice } from "~/ui/notice";
import { openSimulation } from "./addressee.server";
import { simulationSearch } from "./doctor.form";

export const meta: MetaFunction = () => [{ title: "Ma simulation" }, { name: "robots", content: "noindex" }];

export async function loader(args: LoaderFunctionArgs) {
  const text = readSearch(args.request, simulationSearch);
  return enterAsAddressee(args, (ctx) => openSimulation(ctx, args.params.token, text));
}

export default function MySimulation() {
  const { token, name, signedOn, shown, problems } = useLoaderData<typeof loader>();
  return (
    <AuthFrame
      title="Ma simulation"
      intro={`${name}, voici l'aide à l'emploi d'un assistant médical, année par année. Elle est indicative.`}
      foot={<Link to={`/lettre/${token}/rendez-vous`}>Demander un rendez-vous ou un appel</Link>}
    >
      <div className="aids stack">
        {signedOn !== null && (
          <Notice kind="info">
            Votre contrat est signé depuis le {dayMonthYear(signedOn)} : ses montants sont ceux de sa date.
          </Notice>
        )}
        <SimulationForm ask={shown.ask} asksBand={shown.asksBand} problems={problems} />
        <AidYears shown={shown} />
        <div className="columns aid-columns">
          <section className="stack stack-tight">
            <h2>Ce que vous vous engagez à faire</h2>
            <Commitments sides={shown.sides} />
          </section>
          <section className="stack stack-tight">
            <h2>{shown.evidence.title}</h2>
            <StudyEvidence evidence={shown.evidence} />
          </section>
        </div>
      </div>
    </AuthFrame>
  );
}
