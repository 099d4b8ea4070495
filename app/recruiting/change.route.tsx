import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { changeForm } from "./candidate.form";
import { CandidateFields } from "./candidate-fields";
import { openCandidate } from "./candidate-page.server";
import { changeSheet } from "./candidates.server";
import "./recruiting.css";

export const meta: MetaFunction = () => [{ title: "Modifier une fiche · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "candidate.manage", (ctx) => openCandidate(ctx, args.params.candidateId));
}

export async function action(args: ActionFunctionArgs) {
  const { candidateId } = args.params;
  return submit(args, "candidate.manage", changeForm, async (ctx, change) => {
    await changeSheet(ctx, candidateId, change);
    return redirect(`/candidats/${candidateId}`);
  });
}

export default function ChangeCandidate() {
  const { candidate, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page">
      <PageHeader title={candidate.name} back={{ to: `/candidats/${candidate.id}`, label: "Fiche" }} />
      <Form method="post" className="form recruiting-form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <input type="hidden" name="version" value={candidate.version} />
        <CandidateFields problems={refused?.fields} today={today} candidate={candidate} />
        <div className="form-actions">
          <Button type="submit" kind="primary" busy={isBusy}>
            Enregistrer la fiche
          </Button>
        </div>
      </Form>
    </div>
  );
}
