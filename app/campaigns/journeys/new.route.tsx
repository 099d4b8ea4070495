import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { TextInput } from "~/ui/text-input";
import { draftJourney } from "./drafting.server";
import { newJourneyForm } from "./journeys.form";

export const meta: MetaFunction = () => [{ title: "Nouveau parcours · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.manage", async () => null);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "campaign.manage", newJourneyForm, async (ctx, { name }) =>
    redirect(`/parcours/${await draftJourney(ctx, name)}`),
  );
}

export default function NewJourney() {
  const answer = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader title="Nouveau parcours" back={{ to: "/parcours", label: "Parcours" }} />
      <Form method="post" className="form" noValidate>
        <FormErrors problems={answer?.fields} message={answer?.error || undefined} />
        <TextInput
          name="name"
          label="Nom du parcours"
          help="Pour vous et vos collègues ; les médecins ne le voient pas."
          error={answer?.fields.name}
          maxLength={120}
        />
        <div className="form-actions">
          <Button type="submit" kind="primary">
            Écrire le parcours
          </Button>
        </div>
      </Form>
    </div>
  );
}
