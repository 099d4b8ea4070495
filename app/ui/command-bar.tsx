import { useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useId, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button";
import { type CommandAction, type CommandResult, type CommandSearch, useCommandResults } from "./command-results";
import { Icon } from "./icon";

export type CommandBarProps = {
  isOpen: boolean;
  onClose: () => void;
  search: CommandSearch;
  actions: readonly CommandAction[];
  placeholder: string;
};

/** Ctrl K: one field that finds people, places and acts. */
export function CommandBar({ isOpen, onClose, ...bar }: CommandBarProps) {
  return (
    <ModalOverlay
      className="overlay overlay-top"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="modal">
        <AriaDialog className="command" aria-label="Rechercher et agir">
          <CommandPalette {...bar} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function CommandPalette({ onClose, search, actions, placeholder }: Omit<CommandBarProps, "isOpen">) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const { results, isSearching, hasFailed } = useCommandResults(text, search, actions);
  const navigate = useNavigate();
  const list = useId();

  const open = (result: CommandResult | undefined) => {
    if (!result) return;
    onClose();
    "to" in result ? navigate(result.to) : result.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) setChosen((at) => (at + step + results.length) % results.length);
    else if (event.key === "Enter") open(results[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="command-search">
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          type="text"
          role="combobox"
          aria-label={placeholder}
          aria-expanded={results.length > 0}
          aria-controls={list}
          aria-activedescendant={results.length > 0 ? `${list}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Button kind="quiet" icon="cross" iconOnly onClick={onClose}>
          Fermer
        </Button>
      </div>
      <CommandList id={list} results={results} chosen={chosen} onChoose={open} onPoint={setChosen} />
      {results.length === 0 && (
        <p className="command-empty" role="status">
          {emptySentence(text, isSearching, hasFailed)}
        </p>
      )}
    </>
  );
}

type CommandListProps = {
  id: string;
  results: readonly CommandResult[];
  chosen: number;
  onChoose: (result: CommandResult) => void;
  onPoint: (rank: number) => void;
};

function CommandList({ id, results, chosen, onChoose, onPoint }: CommandListProps) {
  return (
    <div className="command-list" role="listbox" id={id} aria-label="Résultats" hidden={results.length === 0}>
      {results.map((result, rank) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
        <div
          key={result.id}
          id={`${id}-${rank}`}
          ref={rank === chosen ? keepInView : null}
          role="option"
          aria-selected={rank === chosen}
          className="command-option"
          onClick={() => onChoose(result)}
          onMouseMove={() => onPoint(rank)}
        >
          <Icon name={result.icon} />
          <span>
            {result.label} {result.detail && <span className="command-detail">{result.detail}</span>}
          </span>
          {result.group !== results[rank - 1]?.group && <span className="small soft">{result.group}</span>}
        </div>
      ))}
    </div>
  );
}

function keepInView(option: HTMLElement | null) {
  option?.scrollIntoView({ block: "nearest" });
}

function emptySentence(text: string, isSearching: boolean, hasFailed: boolean): string {
  if (hasFailed) return "La recherche ne répond pas. Réessayez dans un instant.";
  if (isSearching) return "Recherche en cours";
  return text.trim() === "" ? "Tapez un nom, une commune ou une action." : `Aucun résultat pour « ${text.trim()} ».`;
}
