import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { Icon } from "~/ui/icon";
import type { Node } from "./criteria";
import type { Names } from "./labels";
import { everySuggestion, type Suggestion, suggestionsFor } from "./suggestions";

interface CriterionInputProps {
  names: Names;
  /** Of the group it adds to; the root is 1. */
  depth: number;
  label: string;
  id: string;
  add: (node: Node) => void;
  /** Backspace in the empty field. */
  removeLast: () => void;
}

/** Type to add: arrows choose, Enter adds, Backspace takes the last one away, Escape closes the list. */
export function CriterionInput({ names, depth, label, id, add, removeLast }: CriterionInputProps) {
  const list = useId();
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const all = useMemo(() => everySuggestion(names, depth), [names, depth]);
  const found = isOpen ? suggestionsFor(text, all) : [];

  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    add(suggestion.node);
    setText("");
    setOpen(false);
    setChosen(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) setOpen(true);
    else if (step && found.length > 0) setChosen((at) => (at + step + found.length) % found.length);
    else if (event.key === "Enter" && isOpen) choose(found[chosen]);
    else if (event.key === "Escape" && isOpen) setOpen(false);
    else if (event.key === "Backspace" && text === "") removeLast();
    else return;
    event.preventDefault();
  };

  return (
    <div className="segment-input">
      <Icon name="plus" small />
      <input
        id={id}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${list}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Ajouter un critère"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <Suggestions id={list} found={found} chosen={chosen} choose={choose} point={setChosen} />
      {isOpen && text !== "" && found.length === 0 && (
        <p className="segment-suggestions segment-none" role="status">
          Aucun critère ne porte ce nom.
        </p>
      )}
    </div>
  );
}

interface SuggestionsProps {
  id: string;
  found: readonly Suggestion[];
  chosen: number;
  choose: (suggestion: Suggestion) => void;
  point: (rank: number) => void;
}

function Suggestions({ id, found, chosen, choose, point }: SuggestionsProps) {
  return (
    <div className="segment-suggestions" role="listbox" id={id} aria-label="Critères" hidden={found.length === 0}>
      {found.map((suggestion, rank) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
        <div
          key={suggestion.id}
          id={`${id}-${rank}`}
          ref={rank === chosen ? keepInView : null}
          role="option"
          aria-selected={rank === chosen}
          className="command-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(suggestion)}
          onMouseMove={() => point(rank)}
        >
          <span>{suggestion.label}</span>
          {suggestion.family !== found[rank - 1]?.family && <span className="small soft">{suggestion.family}</span>}
        </div>
      ))}
    </div>
  );
}

function keepInView(option: HTMLElement | null) {
  option?.scrollIntoView({ block: "nearest" });
}
