import { Checkbox } from "~/ui/checkbox";
import type { FormProblems } from "~/ui/form-errors";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { PROFILE_LABELS, PROFILES } from "./assistant";

/** Who is hired: name, profile, hours, day, and whether the practice loses its secretary. */
export function HiredFields({ today, problems }: { today: string; problems: FormProblems }) {
  return (
    <>
      <TextInput
        name="name"
        label="Prénom et nom de l'assistant"
        autoComplete="off"
        maxLength={120}
        error={problems.name}
      />
      <Select
        name="profile"
        label="Profil"
        placeholder="Choisissez un profil"
        options={PROFILES.map((value) => ({ value, label: PROFILE_LABELS[value] }))}
        help="Un diplôme de soin appelle la formation d'adaptation à l'emploi, les autres profils le CQP."
        error={problems.profile}
      />
      <TextInput
        name="hours"
        label="Temps de travail"
        inputMode="decimal"
        width="short"
        unit="heures par semaine"
        defaultValue="35"
        error={problems.hours}
      />
      <TextInput
        name="hiredOn"
        label="Embauché le"
        type="date"
        width="medium"
        max={today}
        defaultValue={today}
        error={problems.hiredOn}
      />
      <Checkbox name="wasSecretary" label="Était secrétaire du cabinet : son poste est à remplacer" />
    </>
  );
}
