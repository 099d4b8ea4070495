import { Form } from "@remix-run/react";
import { FAMILY_LABELS } from "~/doctors/specialty";
import { Button, LinkButton } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { addressOf, type Selection, type Wanted, ZONE_GROUPS, ZONE_LABELS } from "./selection";

interface Choices {
  readonly funds: readonly { id: number; name: string }[];
  readonly sectors: readonly { id: number; name: string; delegates: readonly string[] }[];
}

interface FiltersProps extends Choices {
  readonly wanted: Wanted;
  readonly span: { from: string; to: string };
  readonly today: string;
}

/** What is counted, over which days, and against whom: all of it in the address. */
export function FunnelFilters({ wanted, span, today, ...choices }: FiltersProps) {
  const { vue, au, comparer } = wanted;
  return (
    <div className="stack no-print">
      <Chips label="Ce qui est compté">
        <Chip to={addressOf(wanted, { vue: null, du: null, jusquau: null })} isOn={vue === "photo"}>
          Où en sont les médecins
        </Chip>
        <Chip to={addressOf(wanted, { vue: "periode", au: null })} isOn={vue === "periode"}>
          Ce qui a bougé sur une période
        </Chip>
        <Chip to={addressOf(wanted, { vue: "cohorte", au: null })} isOn={vue === "cohorte"}>
          Ce que deviennent les contactés
        </Chip>
      </Chips>
      <Form className="funnel-filters" role="search" key={addressOf(wanted)}>
        {vue !== "photo" && <input type="hidden" name="vue" value={vue} />}
        <SelectionFields selection={wanted.first} prefix="" {...choices} />
        {vue === "photo" ? (
          <TextInput name="au" type="date" label="À la date du" defaultValue={au ?? ""} max={today} optional />
        ) : (
          <>
            <TextInput name="du" type="date" label="Du" defaultValue={span.from} max={today} />
            <TextInput name="jusquau" type="date" label="Au" defaultValue={span.to} max={today} />
          </>
        )}
        {comparer && (
          <fieldset className="funnel-filters funnel-second">
            <legend>Comparer avec</legend>
            <input type="hidden" name="comparer" value="1" />
            <SelectionFields selection={wanted.second} prefix="b_" {...choices} />
          </fieldset>
        )}
        <div className="funnel-actions">
          <Button type="submit">Afficher</Button>
          <LinkButton
            kind="quiet"
            to={addressOf(wanted, { comparer: comparer ? null : "1", b_zone: comparer ? null : "autres" })}
          >
            {comparer ? "Ne plus comparer" : "Comparer"}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}

const SPECIALTIES = [
  { value: "generalistes", label: "Généralistes" },
  { value: "specialistes", label: "Spécialistes" },
];
const FAMILIES = Object.entries(FAMILY_LABELS).map(([value, label]) => ({ value, label }));

function SelectionFields({ selection, prefix, funds, sectors }: Choices & { selection: Selection; prefix: string }) {
  const isNation = sectors.length === 0 && funds.length > 0;
  return (
    <>
      {funds.length > 0 && (
        <Select
          name={`${prefix}caisse`}
          label="Caisse"
          placeholder="Toutes"
          defaultValue={selection.caisse ?? ""}
          options={funds.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      {sectors.length > 1 && (
        <Select
          name={`${prefix}secteurs`}
          label="Secteur ou équipe"
          placeholder="Tous"
          defaultValue={selection.secteurs.join(",")}
          options={[...sectors.map(({ id, name }) => ({ value: String(id), label: name })), ...teamsOf(sectors)]}
        />
      )}
      <Select
        name={`${prefix}zone`}
        label="Zone"
        placeholder="Toutes"
        defaultValue={selection.zone ?? ""}
        options={ZONE_GROUPS.map((zone) => ({ value: zone, label: ZONE_LABELS[zone] }))}
      />
      <Select
        name={`${prefix}specialite`}
        label="Spécialité"
        placeholder="Toutes"
        defaultValue={selection.specialite ?? ""}
        options={isNation ? SPECIALTIES : [...SPECIALTIES, ...FAMILIES]}
      />
    </>
  );
}

/** Delegates who hold sectors together are a team: two at least, so that no figure is one person's. */
function teamsOf(sectors: Choices["sectors"]): { value: string; label: string }[] {
  const teams = new Map<string, { ids: number[]; names: string[] }>();
  for (const { id, name, delegates } of sectors) {
    if (delegates.length < 2) continue;
    const key = delegates.join("|");
    const team = teams.get(key) ?? { ids: [], names: [] };
    teams.set(key, { ids: [...team.ids, id], names: [...team.names, name] });
  }
  return [...teams.values()]
    .filter(({ ids }) => ids.length > 1)
    .map(({ ids, names }) => ({ value: ids.join(","), label: `Équipe ${names.join(" et ")}` }));
}
