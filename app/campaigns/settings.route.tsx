import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextInput } from "~/ui/text-input";
import { settingsForm } from "./settings.form";
import { campaignSettings, changeSettings } from "./settings.server";

export const meta: MetaFunction = () => [{ title: "Réglages des campagnes · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "campaign.set", campaignSettings);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "campaign.set", settingsForm, async (ctx, ask) => {
    await changeSettings(ctx, ask);
    return json({ done: true, error: "", fields: {} as Record<string, string[]> });
  });
}

export default function CampaignSettings() {
  const { approvalAbove } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader title="Réglages des campagnes" back={{ to: "/campagnes", label: "Campagnes" }} />
      {answer && "done" in answer && (
        <Notice kind="good" live>
          Le réglage est enregistré.
        </Notice>
      )}
      <Form method="post" className="form" noValidate>
        <FormErrors problems={answer?.fields} message={answer?.error || undefined} />
        <TextInput
          name="approvalAbove"
          label="Seconde validation au-dessus de"
          help="Une campagne vers davantage de médecins part seulement quand une autre personne que son auteur la valide. 0 : toujours."
          inputMode="numeric"
          width="short"
          unit="médecins"
          defaultValue={String(approvalAbove)}
          error={answer?.fields.approvalAbove}
        />
        <div className="form-actions">
          <Button type="submit" kind="primary">
            Enregistrer
          </Button>
        </div>
      </Form>
    </div>
  );
}
