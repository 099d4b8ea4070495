import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { type FieldMessages, FieldNotes, fieldControl } from "~/ui/field";

type Commune = { code: string; name: string; department: string };

const SEARCH = "/visites/reglages/communes";
/** Between two keys of a fast typist. */
const PAUSE_MS = 140;

/** A field that finds a commune of France by its name or postcode; what is typed alone is sent too. */
export function CommuneField({ error }: { error: FieldMessages }) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<Commune | null>(null);
  const [at, setAt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const found = useCommunes(chosen ? "" : typed);
  const list = isOpen && !chosen ? found : [];
  const control = fieldControl({ name: "commune", error, help: true });

  const choose = (commune: Commune | undefined) => {
    if (!commune) return;
    setChosen(commune);
    setTyped(`${commune.name} (${commune.department})`);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.length > 0) setAt((before) => (before + step + list.length) % list.length);
    else if (event.key === "Enter" && list.length > 0) choose(list[at]);
    else if (event.key === "Escape" && list.length > 0) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor="commune">
        Commune
      </label>
      <div className="commune-field">
        <input
          {...control}
          name={chosen ? undefined : "commune"}
          className="input"
          role="combobox"
          aria-expanded={list.length > 0}
          aria-controls="communes"
          aria-autocomplete="list"
          aria-activedescendant={list.length > 0 ? `commune-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(null);
            setAt(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {chosen && <input type="hidden" name="commune" value={chosen.name} />}
        <input type="hidden" name="code" value={chosen?.code ?? ""} />
        <CommuneList list={list} at={at} onChoose={choose} onPoint={setAt} />
      </div>
      <FieldNotes
        id="commune"
        help="Son nom ou son code postal. Le milieu de la commune sert au calcul des trajets."
        error={error}
      />
    </div>
  );
}

type ListProps = {
  list: readonly Commune[];
  at: number;
  onChoose: (commune: Commune) => void;
  onPoint: (rank: number) => void;
};

function CommuneList({ list, at, onChoose, onPoint }: ListProps) {
  return (
    <div
      className="commune-list"
      role="listbox"
      id="communes"
      aria-label="Communes trouvées"
      hidden={list.length === 0}
    >
      {list.map((commune, rank) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
        <div
          key={commune.code}
          id={`commune-${rank}`}
          role="option"
          aria-selected={rank === at}
          className="commune-option"
          onMouseDown={(event) => event.preventDefault()} // the field would close the list before the click
          onClick={() => onChoose(commune)}
          onMouseMove={() => onPoint(rank)}
        >
          {commune.name} <span className="soft">{commune.department}</span>
        </div>
      ))}
    </div>
  );
}

function useCommunes(typed: string): readonly Commune[] {
  const { load, data } = useFetcher<readonly Commune[]>({ key: "communes" });
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    const timer = setTimeout(() => load(`${SEARCH}?q=${encodeURIComponent(wanted)}`), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, load]);
  return wanted.length < 2 ? [] : (data ?? []);
}
