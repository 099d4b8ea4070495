import { Form, useNavigate } from "@remix-run/react";
import type { FormEvent } from "react";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { Filters } from "./filters";
import { FAMILY_LABELS } from "./specialty";

const SPECIALTIES = [
  { value: "generalistes", label: "Tous les généralistes" },
  { value: "specialistes", label: "Tous les spécialistes" },
  ...Object.entries(FAMILY_LABELS)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, "fr")),
];

interface ListSearchProps {
  filters: Filters;
  sectors: readonly { id: number; name: string }[];
}

/** Words, specialty and sector; what the chips hold travels along. */
export function ListSearch({ filters, sectors }: ListSearchProps) {
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    navigate(addressOf(event.currentTarget), { preventScrollReset: true });
  };
  return (
    <Form method="get" action="/medecins" role="search" className="doctor-search" onSubmit={search} key={filters.q}>
      <TextInput
        name="q"
        label="Nom, RPPS, commune ou téléphone"
        type="search"
        defaultValue={filters.q}
        maxLength={200}
        autoComplete="off"
        data-list-filter
      />
      <Select
        name="specialite"
        label="Spécialité"
        placeholder="Toutes"
        options={SPECIALTIES}
        defaultValue={filters.specialite ?? ""}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      {sectors.length > 1 && (
        <Select
          name="secteur"
          label="Secteur"
          placeholder="Tous"
          options={sectors.map(({ id, name }) => ({ value: String(id), label: name }))}
          defaultValue={String(filters.secteur ?? "")}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        />
      )}
      {filters.zone && <input type="hidden" name="zone" value={filters.zone} />}
      {filters.verdict && <input type="hidden" name="verdict" value={filters.verdict} />}
      {filters.segment && <input type="hidden" name="segment" value={filters.segment} />}
      {filters.question && <input type="hidden" name="question" value="1" />}
      {filters.absents && <input type="hidden" name="absents" value="1" />}
      <Button type="submit" icon="search">
        Chercher
      </Button>
    </Form>
  );
}

/** Empty fields stay out of the address, which people read and share. */
function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => field[1] !== "");
  return fields.length === 0 ? "/medecins" : `/medecins?${new URLSearchParams(fields)}`;
}
