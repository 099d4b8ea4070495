import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Panel } from "~/ui/panel";
import { RadioCards } from "~/ui/radio-cards";
import { Select } from "~/ui/select";
import { TextArea, TextInput } from "~/ui/text-input";
import { COMPANY_FORMS, EMPLOYER_LABELS, EMPLOYERS, OPTION_LABELS } from "./contract";

interface OpeningPanelProps {
  readonly isGP: boolean;
  readonly refused: { error: string; fields: Record<string, string[]> } | undefined;
}

/** From interest to a file: whose contract, which option, who will employ. */
export function OpeningPanel({ isGP, refused }: OpeningPanelProps) {
  const [kind, setKind] = useState("individual");
  const isBusy = useNavigation().state === "submitting";
  const problems = refused?.fields ?? {};
  return (
    <Panel title="Ouvrir un dossier">
      <Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        {isGP ? (
          <RadioCards
            name="kind"
            label="Type de contrat"
            defaultValue="individual"
            onChange={setKind}
            cards={[
              { value: "individual", title: "Individuel", text: "Le médecin seul signe avec la caisse." },
              {
                value: "collective",
                title: "Collectif",
                text: "Une SCP, une SCM ou une SISA signe pour ses généralistes adhérents.",
              },
            ]}
          />
        ) : (
          <input type="hidden" name="kind" value="individual" />
        )}
        {kind === "collective" ? <CollectiveFields problems={problems} /> : <IndividualFields problems={problems} />}
        <TextInput
          name="employerName"
          label="Nom de l'employeur"
          optional
          help="S'il n'est pas le médecin : groupement, société, confrères."
          error={problems.employerName}
        />
        <div className="form-actions">
          <Button type="submit" kind="primary" icon="contract" busy={isBusy}>
            Ouvrir le dossier
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** 1/3 is for contracts of avenant 7 taken over here; a second assistant needs a running contract. */
const OPEN_OPTIONS = ["0.5", "1", "1/3"] as const;
const ALONE = EMPLOYERS.filter((each) => each !== "company");

function IndividualFields({ problems }: { problems: Record<string, string[]> }) {
  return (
    <>
      <Select
        name="option"
        label="Option"
        placeholder="Choisissez une option"
        options={OPEN_OPTIONS.map((value) => ({ value, label: OPTION_LABELS[value] }))}
        help="Le tiers temps est fermé aux contrats signés depuis le 1er mai 2023."
        error={problems.option}
      />
      <Select
        name="employer"
        label="Employeur de l'assistant"
        defaultValue="doctor"
        options={ALONE.map((value) => ({ value, label: EMPLOYER_LABELS[value] }))}
        error={problems.employer}
      />
    </>
  );
}

function CollectiveFields({ problems }: { problems: Record<string, string[]> }) {
  return (
    <>
      <TextInput name="company" label="Société" maxLength={200} error={problems.company} />
      <Select
        name="companyForm"
        label="Forme"
        width="medium"
        placeholder="Choisissez une forme"
        options={COMPANY_FORMS.map((value) => ({ value, label: value }))}
        help="Une SEL ne peut pas signer ce contrat."
        error={problems.companyForm}
      />
      <TextInput
        name="etp"
        label="Équivalents temps plein demandés"
        inputMode="decimal"
        width="short"
        defaultValue="1"
        error={problems.etp}
      />
      <Select
        name="employer"
        label="Employeur des assistants"
        defaultValue="company"
        options={(["company", "group"] as const).map((value) => ({ value, label: EMPLOYER_LABELS[value] }))}
        error={problems.employer}
      />
      <TextArea
        name="members"
        label="Autres médecins adhérents, par numéro RPPS"
        rows={3}
        optional
        help="Un numéro par ligne. Ce médecin est déjà compté."
        error={problems.members}
      />
    </>
  );
}
