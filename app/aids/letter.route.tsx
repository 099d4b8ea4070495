import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enterAsAddressee } from "~/access/addressee.server";
import { readSearch } from "~/access/doorway.server";
import { AuthFrame } from "~/ui/auth-frame";
import { AidYears } from "./aid-years";
import { Commitments, StudyEvidence } from "./commitments";
import { openSentSimulation } from "./letters.server";
import { simulationSearch } from "./simulation.form";
import { SimulationForm } from "./simulation-form";
import "./simulation.css";

export const meta: MetaFunction = () => [{ title: "Ma simulation" }, { name: "robots", content: "noindex" }];

export async function loader(args: LoaderFunctionArgs) {
  const text = readSearch(args.request, simulationSearch);
  return enterAsAddressee(args, (ctx) => openSentSimulation(ctx, args.params.token, text));
}

/** For the doctor alone, by the link of the letter: nothing of the file around it. */
export default function SentSimulation() {
  const { name, shown, problems } = useLoaderData<typeof loader>();
  return (
    <AuthFrame
      title="Ma simulation"
      intro={`${name}, voici l'aide à l'emploi d'un assistant médical, année par année. Elle est indicative.`}
    >
      <div className="aids stack">
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
