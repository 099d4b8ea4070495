import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { RadioCards } from "~/ui/radio-cards";
import { TextInput } from "~/ui/text-input";
import { beginCampaign } from "./acting.server";
import { newCampaignForm } from "./campaign.form";

export const meta: MetaFunction = () => [{ title: "Nouvelle campagne · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.manage", async () => null);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "campaign.manage", newCampaignForm, async (ctx, ask) =>
    redirect(`/campagnes/${await beginCampaign(ctx, ask)}`),
  );
}

export default function NewCampaign() {
  const answer = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader title="Nouvelle campagne" back={{ to: "/campagnes", label: "Campagnes" }} />
      <Form method="post" className="form" noValidate>
        <FormErrors problems={answer?.fields} message={answer?.error || undefined} />
        <TextInput
          name="name"
          label="Nom de la campagne"
          help="Pour vous et vos collègues ; les médecins ne le voient pas."
          error={answer?.fields.name}
          maxLength={120}
        />
        <RadioCards
          name="category"
          label="Nature du courriel"
          defaultValue="information"
          error={answer?.fields.category}
          cards={[
            {
              value: "information",
              title: "Information",
              text: "Faire connaître une aide, un dispositif. Le médecin peut s'y opposer.",
            },
            {
              value: "event",
              title: "Événement ou enquête",
              text: "Une réunion, un questionnaire. Le médecin peut s'y opposer.",
            },
            {
              value: "statutory",
              title: "Obligation d'informer",
              text: "Un texte vous oblige à l'écrire : part aussi à qui refuse les informations.",
            },
          ]}
        />
        <div className="form-actions">
          <Button type="submit" kind="primary">
            Préparer la campagne
          </Button>
        </div>
      </Form>
    </div>
  );
}
