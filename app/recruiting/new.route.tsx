import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { dayOf } from "~/calendar/day";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { CONSENT_WAYS } from "./candidate";
import { entryForm } from "./candidate.form";
import { CandidateFields } from "./candidate-fields";
import { enterCandidate } from "./candidates.server";
import { CURRENT_CONSENT } from "./consent";
import { CONSENT_LABELS } from "./labels";
import "./recruiting.css";

export const meta: MetaFunction = () => [{ title: "Enregistrer un candidat · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "candidate.manage", async ({ now }) => ({ today: dayOf(now) }));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "candidate.manage", entryForm, async (ctx, entry) =>
    redirect(`/candidats/${await enterCandidate(ctx, entry)}`),
  );
}

export default function NewCandidate() {
  const { today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page">
      <PageHeader
        title="Enregistrer un candidat"
        back={{ to: "/candidats", label: "Candidats" }}
        intro="Une personne qui pourrait devenir assistant médical, et qui accepte d'être suivie."
      />
      <Form method="post" className="form recruiting-form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <Panel title="Son accord">
          <div className="form">
            <blockquote className="recruiting-consent">{CURRENT_CONSENT.text}</blockquote>
            <Checkbox
              name="consents"
              label="La personne a lu ou entendu ce texte, et l'accepte"
              error={refused?.fields.consents}
            />
            <div className="columns">
              <TextInput
                name="consentOn"
                label="Accord donné le"
                type="date"
                max={today}
                defaultValue={today}
                error={refused?.fields.consentOn}
              />
              <Select
                name="consentBy"
                label="De quelle façon"
                placeholder="Choisissez"
                options={CONSENT_WAYS.map((value) => ({ value, label: CONSENT_LABELS[value] }))}
                error={refused?.fields.consentBy}
              />
            </div>
            {refused?.fields.again && (
              <Checkbox name="again" label="Un nouvel accord a été donné depuis" error={refused.fields.again} />
            )}
          </div>
        </Panel>
        <Panel title="La personne">
          <div className="form">
            <CandidateFields problems={refused?.fields} today={today} />
          </div>
        </Panel>
        <div className="form-actions">
          <Button type="submit" kind="primary" busy={isBusy}>
            Enregistrer ce candidat
          </Button>
        </div>
      </Form>
    </div>
  );
}
