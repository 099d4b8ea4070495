import { useState } from "react";
import { Checkbox } from "~/ui/checkbox";
import { type FieldMessages, FieldNotes } from "~/ui/field";
import type { FormProblems } from "~/ui/form-errors";
import { RadioCards } from "~/ui/radio-cards";
import { TextInput } from "~/ui/text-input";
import "./access.css";
import { ROLE_MEANINGS } from "./account-roles";
import { ROLE_LABELS, type Role } from "./permissions";

export type Sector = { id: number; name: string };

export type AccountFieldsProps = {
  name?: string;
  role?: Role;
  roles: readonly Role[];
  sectors: readonly Sector[];
  sectorIds?: readonly number[];
  problems: FormProblems | undefined;
  /** One's own role is not changed by oneself. */
  roleIsFixed?: boolean;
};

/** Name, role and, for delegates only, sectors. */
export function AccountFields(props: AccountFieldsProps) {
  const { name, role, roles, sectors, sectorIds = [], problems, roleIsFixed = false } = props;
  const [chosen, setChosen] = useState<string | undefined>(role);
  return (
    <>
      <TextInput
        name="name"
        label="Prénom et nom"
        defaultValue={name}
        autoComplete="off"
        required
        error={problems?.name}
      />
      {roleIsFixed && role ? (
        <input type="hidden" name="role" value={role} />
      ) : (
        <RadioCards
          name="role"
          label="Rôle"
          defaultValue={role}
          error={problems?.role}
          onChange={setChosen}
          cards={roles.map((each) => ({ value: each, title: ROLE_LABELS[each], text: ROLE_MEANINGS[each] }))}
        />
      )}
      {chosen === "delegate" && <SectorFields sectors={sectors} ticked={sectorIds} error={problems?.sectorIds} />}
    </>
  );
}

type SectorFieldsProps = { sectors: readonly Sector[]; ticked: readonly number[]; error: FieldMessages };

function SectorFields({ sectors, ticked, error }: SectorFieldsProps) {
  return (
    <fieldset id="sectorIds" tabIndex={-1}>
      <legend className="field-label">Secteurs</legend>
      <FieldNotes id="sectorIds" help="Sans secteur, un délégué ne voit aucun médecin." error={error} />
      {sectors.length === 0 && <p className="soft">Aucun secteur n'est encore défini dans cette caisse.</p>}
      <div className="columns sector-choices">
        {sectors.map(({ id, name }) => (
          <Checkbox
            key={id}
            id={`sector-${id}`}
            name="sectorIds"
            value={id}
            label={name}
            defaultChecked={ticked.includes(id)}
          />
        ))}
      </div>
    </fieldset>
  );
}
