import { useFetcher } from "@remix-run/react";
import { useEffect, useId, useState } from "react";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { Example } from "./preview.server";

interface DoctorChoiceProps {
  readonly examples: readonly Example[];
  readonly chosen: Example;
  readonly onChoose: (example: Example) => void;
}

/** Whom the letter is shown for: a worst case, or any doctor of the fund. */
export function DoctorChoice({ examples, chosen, onChoose }: DoctorChoiceProps) {
  const asked = useFetcher<Example>();
  const all = examples.some(({ key }) => key === chosen.key) ? examples : [...examples, chosen];
  // biome-ignore lint/correctness/useExhaustiveDependencies: one choice an answer of the server
  useEffect(() => {
    if (asked.data) onChoose(asked.data);
  }, [asked.data]);
  return (
    <div className="mailing-choice">
      <Select
        name="apercu-pour"
        label="Aperçu pour"
        value={chosen.key}
        options={all.map(({ key, name, why }) => ({
          value: key,
          label: why === null ? name : `${why}\u00a0: ${name}`,
        }))}
        onChange={({ currentTarget: { value } }) => onChoose(all.find(({ key }) => key === value)!)}
      />
      <DoctorSearch
        label="Ou un médecin de la caisse"
        onFound={(doctorId) => asked.load(`/lettres/valeurs?medecin=${doctorId}`)}
      />
    </div>
  );
}

interface Found {
  readonly doctors: readonly { readonly id: number; readonly name: string; readonly where: string }[];
}

const WAIT_MS = 200;

/** Any doctor of the fund, by name, town or number. */
export function DoctorSearch({ label, onFound }: { label: string; onFound: (doctorId: number) => void }) {
  const [words, setWords] = useState("");
  const { data, load, state } = useFetcher<Found>();
  const list = useId();
  const isAsked = words.trim().length >= 2;
  useEffect(() => {
    if (!isAsked) return;
    const timer = setTimeout(() => load(`/medecins/recherche?q=${encodeURIComponent(words)}`), WAIT_MS);
    return () => clearTimeout(timer);
  }, [words, isAsked, load]);
  const doctors = isAsked ? (data?.doctors ?? []) : [];
  return (
    <div className="mailing-search">
      <TextInput
        name="medecin"
        type="search"
        label={label}
        placeholder="Nom, commune ou numéro RPPS"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p className="visually-hidden" role="status">
        {isAsked && state === "idle" && data ? sentence(doctors.length) : ""}
      </p>
      {doctors.length > 0 && (
        <ul id={list} className="mailing-found" aria-label="Médecins trouvés">
          {doctors.map(({ id, name, where }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  onFound(id);
                  setWords("");
                }}
              >
                {name} <span className="soft">{where}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isAsked && state === "idle" && data && doctors.length === 0 && <p className="field-help">{sentence(0)}</p>}
    </div>
  );
}

function sentence(count: number): string {
  return count === 0 ? "Aucun médecin de ce nom dans votre caisse." : `${count} médecins proposés.`;
}
