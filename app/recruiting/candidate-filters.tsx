import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { TextInput } from "~/ui/text-input";
import { PROFILES } from "./candidate";
import type { CandidatesSearch } from "./candidate.form";
import { PROFILE_LABELS } from "./labels";

/** The filters as they stand in an address; what is not asked is left out. */
export function queryOf(search: CandidatesSearch): string {
  const query = new URLSearchParams();
  if (search.profil) query.set("profil", search.profil);
  if (search.commune !== "") {
    query.set("commune", search.commune);
    query.set("km", String(search.km));
  }
  if (search.voir !== "tous") query.set("voir", search.voir);
  return query.toString();
}

export function CandidateFilters({ search, problem }: { search: CandidatesSearch; problem: string | null }) {
  const at = (part: Partial<CandidatesSearch>) => `/candidats?${queryOf({ ...search, ...part })}`;
  return (
    <div className="stack">
      <Chips label="Profils">
        <Chip to={at({ profil: undefined })} isOn={search.profil === undefined}>
          Tous les profils
        </Chip>
        {PROFILES.map((profile) => (
          <Chip key={profile} to={at({ profil: profile })} isOn={search.profil === profile}>
            {PROFILE_LABELS[profile]}
          </Chip>
        ))}
        <Chip
          to={at({ voir: search.voir === "tous" ? "sans-nouvelle" : "tous" })}
          isOn={search.voir === "sans-nouvelle"}
        >
          Sans nouvelle depuis 23 mois
        </Chip>
      </Chips>
      <Form className="recruiting-near" role="search">
        {search.profil && <input type="hidden" name="profil" value={search.profil} />}
        {search.voir !== "tous" && <input type="hidden" name="voir" value={search.voir} />}
        <TextInput
          name="commune"
          label="Autour de"
          placeholder="Commune ou code postal"
          defaultValue={search.commune}
          key={search.commune}
          error={problem ?? undefined}
          data-list-filter
        />
        <TextInput
          name="km"
          label="À moins de"
          inputMode="numeric"
          width="short"
          unit="km"
          defaultValue={String(search.km)}
        />
        <Button type="submit">Chercher</Button>
      </Form>
    </div>
  );
}
