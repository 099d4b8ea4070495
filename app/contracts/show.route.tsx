import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { useState } from "react";
import { enter, submit } from "~/access/doorway.server";
import { LinkButton } from "~/ui/button";
import { ErrorPage } from "~/ui/error-page";
import { PageHeader } from "~/ui/page-header";
import { AssistantsPanel } from "./assistants-panel";
import { contractForm } from "./contract.form";
import { openContract } from "./contract.server";
import { ContractFacts } from "./contract-facts";
import { ContractNotices } from "./contract-notices";
import "./contracts.css";
import { DocumentsPanel } from "./documents-panel";
import { LifePanel } from "./life-panel";
import type { Step } from "./lifecycle";
import { MembersPanel } from "./members-panel";
import { MilestoneMessages } from "./milestone-messages";
import { MilestonesPanel } from "./milestones-panel";
import { StartPanel } from "./start-panel";
import { StepButtons } from "./step-buttons";
import { StepDialog } from "./step-dialog";
import { takeStep } from "./steps.server";
import { YearsStrip } from "./years-strip";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.name} · Contrat` : "Contrat introuvable"} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "contract.read", (ctx) => openContract(ctx, args.params.contractId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "contract.prepare", contractForm, async (ctx, ask) => {
    const { said, goTo } = await takeStep(ctx, args.params.contractId, ask);
    return goTo ? redirect(`/contrats/${goTo}`) : json({ done: said });
  });
}

export default function ShowContract() {
  const contract = useLoaderData<typeof loader>();
  const [step, setStep] = useState<Step | null>(null);
  const isFile = contract.state === "opened";
  return (
    <div className="page">
      <MilestoneMessages />
      <PageHeader
        title={contract.name}
        back={{ to: "/contrats", label: "Contrats" }}
        facts={<ContractFacts contract={contract} />}
        action={<StepButtons contract={contract} onStep={setStep} />}
      />
      <ContractNotices contract={contract} />
      {contract.years.length > 0 && <YearsStrip contract={contract} />}
      <div className="contract-columns">
        <div className="stack stack-loose">
          {isFile && <DocumentsPanel contract={contract} />}
          {contract.kind === "collective" && <MembersPanel contract={contract} />}
          {contract.milestones.length > 0 && <MilestonesPanel contract={contract} />}
          {!isFile && contract.documents.length > 0 && <DocumentsPanel contract={contract} />}
        </div>
        <div className="stack stack-loose">
          {contract.signedOn && <AssistantsPanel contract={contract} />}
          {contract.signedOn && <StartPanel contract={contract} />}
          <LifePanel contract={contract} />
        </div>
      </div>
      {step && <StepDialog key={step} step={step} contract={contract} onClose={() => setStep(null)} />}
    </div>
  );
}

/** Another sector, another fund or nothing: the same page, which says nothing of what exists elsewhere. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  return (
    <ErrorPage
      title="Contrat introuvable"
      what="Ce contrat n'est pas dans les secteurs que vous suivez, ou l'adresse contient une erreur."
      todo="Cherchez le nom du médecin dans la liste des contrats."
      action={<LinkButton to="/contrats">Voir les contrats</LinkButton>}
    />
  );
}
