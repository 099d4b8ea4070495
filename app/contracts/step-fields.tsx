import { PERCENTILE_BANDS } from "~/eligibility/doctor-facts";
import { Checkbox } from "~/ui/checkbox";
import type { FormProblems } from "~/ui/form-errors";
import { Select } from "~/ui/select";
import { TextArea, TextInput } from "~/ui/text-input";
import { BAND_LABELS } from "./bands";
import type { OpenedContract } from "./contract.server";
import { HiredFields } from "./hired-fields";
import type { Step } from "./lifecycle";

interface StepFieldsProps {
  readonly step: Step;
  readonly contract: OpenedContract;
  readonly problems: FormProblems;
}

const DAYS: Partial<Record<Step, { name: string; label: string }>> = {
  suspend: { name: "on", label: "Suspendu à partir du" },
  resume: { name: "on", label: "Repris à partir du" },
  notice: { name: "receivedOn", label: "Lettre reçue le" },
  relocation: { name: "on", label: "Jour du déménagement" },
  specialty: { name: "on", label: "Jour du changement" },
  switch: { name: "on", label: "Demandé par le médecin le" },
  absence: { name: "from", label: "Premier jour d'absence" },
};

export function StepFields({ step, contract, problems }: StepFieldsProps) {
  const { today } = contract;
  const asked = DAYS[step];
  return (
    <>
      {asked && (
        <TextInput
          {...asked}
          type="date"
          width="medium"
          max={today}
          defaultValue={today}
          error={problems[asked.name]}
        />
      )}
      {step === "sign" && <SignFields contract={contract} problems={problems} />}
      {step === "hire" && <HiredFields today={today} problems={problems} />}
      {step === "absence" && <AbsenceFields problems={problems} />}
      {step === "relocation" && (
        <>
          <Answer name="sameDepartment" label="Dans le même département" error={problems.sameDepartment} />
          <Answer name="keepsPatients" label="La patientèle peut suivre" error={problems.keepsPatients} />
        </>
      )}
      {step === "abandon" && (
        <TextArea name="reason" label="Pourquoi" rows={2} maxLength={300} error={problems.reason} />
      )}
    </>
  );
}

function SignFields({ contract: { kind, known, today, judgement }, problems }: Omit<StepFieldsProps, "step">) {
  const asksWhy = problems.reason !== undefined || (judgement?.doubts.length ?? 0) > 0;
  return (
    <>
      <TextInput
        name="signedOn"
        label="Signé le"
        type="date"
        width="medium"
        max={today}
        defaultValue={today}
        error={problems.signedOn}
      />
      {kind === "individual" && (
        <>
          <TextInput
            name="patients"
            label="Patients médecin traitant"
            inputMode="numeric"
            width="short"
            optional
            defaultValue={known?.patients ?? ""}
            error={problems.patients}
          />
          <TextInput
            name="fileActive"
            label="File active"
            inputMode="numeric"
            width="short"
            optional
            defaultValue={known?.fileActive ?? ""}
            error={problems.fileActive}
          />
          <Select
            name="band"
            label="Tranche, donnée par la caisse"
            width="medium"
            placeholder="Pas encore connue"
            optional
            options={PERCENTILE_BANDS.map((value) => ({ value, label: BAND_LABELS[value] }))}
            defaultValue={known?.band ?? ""}
            help="Sans elle, les montants sont une fourchette et l'objectif reste à vérifier."
            error={problems.band}
          />
          <TextInput
            name="age"
            label="Âge du médecin"
            inputMode="numeric"
            width="short"
            unit="ans"
            optional
            help="À 65 ans ou plus, le maintien de la patientèle suffit."
            error={problems.age}
          />
          <Checkbox
            name="newlyInstalled"
            label="Médecin nouvellement installé"
            defaultChecked={known?.newlyInstalled === true}
          />
        </>
      )}
      {asksWhy && (
        <TextArea
          name="reason"
          label="Pourquoi signer malgré ce qui reste à vérifier"
          rows={2}
          maxLength={300}
          help="Ce que vous avez vérifié, et où. Gardé dans la vie du contrat."
          error={problems.reason}
        />
      )}
    </>
  );
}

function AbsenceFields({ problems }: { problems: FormProblems }) {
  return (
    <>
      <TextInput
        name="months"
        label="Durée prévue"
        inputMode="numeric"
        width="short"
        unit="mois"
        optional
        error={problems.months}
      />
      <Answer name="replaced" label="L'assistant est-il remplacé ?" error={problems.replaced} />
    </>
  );
}

const ANSWERS = [
  { value: "yes", label: "Oui" },
  { value: "no", label: "Non" },
  { value: "unknown", label: "Pas encore connu" },
];

function Answer({ name, label, error }: { name: string; label: string; error: FormProblems[string] }) {
  return <Select name={name} label={label} width="medium" placeholder="Choisissez" options={ANSWERS} error={error} />;
}
