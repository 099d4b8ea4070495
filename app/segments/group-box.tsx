import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { CATALOG } from "./catalog";
import type { Choices } from "./choices";
import { type Criterion, type Group, isGroup, type Match, type Node } from "./criteria";
import { CriterionChip } from "./criterion-chip";
import { CriterionInput } from "./criterion-input";
import type { Path } from "./edit";
import { MATCHES, type Names } from "./labels";
import { CriterionWidget } from "./widgets";

/** What every part of the tree may do to the whole. */
export interface Hand {
  readonly choices: Choices;
  readonly names: Names;
  /** The criterion whose fields are shown. */
  readonly opened: string | null;
  /** The group just made. */
  readonly fresh: string | null;
  readonly open: (path: Path | null) => void;
  readonly put: (path: Path, node: Node | null) => void;
  readonly add: (path: Path, node: Node) => void;
}

interface GroupBoxProps {
  group: Group;
  path: Path;
  hand: Hand;
}

export const keyOf = (path: Path) => path.join(".");
const inputId = (path: Path) => `segment-input-${path.join("-")}`;

function focusInput(path: Path): void {
  document.getElementById(inputId(path))?.focus();
}

/** A group of criteria as chips, with the groups inside it under them. */
export function GroupBox({ group, path, hand }: GroupBoxProps) {
  const base = useId();
  const depth = path.length + 1;
  const isFresh = hand.fresh === keyOf(path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a group takes the keyboard once, when it is made
  useEffect(() => void (isFresh && focusInput(path)), [isFresh]);
  const remove = (rank: number) => {
    hand.put([...path, rank], null);
    focusInput(path);
  };
  const removeAll = () => {
    hand.put(path, null);
    focusInput(path.slice(0, -1));
  };
  const openRank = group.of.findIndex((node, rank) => !isGroup(node) && keyOf([...path, rank]) === hand.opened);
  const opened = group.of[openRank] as Criterion | undefined;
  const close = () => {
    hand.open(null);
    focusInput(path);
  };
  return (
    <fieldset className={depth === 1 ? "segment-group segment-root" : "segment-group"}>
      <legend className="visually-hidden">{depth === 1 ? "Critères du segment" : `Groupe de niveau ${depth}`}</legend>
      <div className="segment-group-head">
        <MatchChoice match={group.match} change={(match) => hand.put(path, { ...group, match })} />
        {depth > 1 && (
          <Button kind="quiet" icon="trash" iconOnly onClick={removeAll}>
            Retirer ce groupe
          </Button>
        )}
      </div>
      <ul className="segment-chips" aria-label="Critères">
        {group.of.map((node, rank) =>
          isGroup(node) ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is known by its place
            <li key={rank}>
              <CriterionChip
                criterion={node}
                names={hand.names}
                isOpen={rank === openRank}
                editor={`${base}-editor`}
                open={() => hand.open(rank === openRank ? null : [...path, rank])}
                remove={() => remove(rank)}
              />
            </li>
          ),
        )}
      </ul>
      <CriterionInput
        id={inputId(path)}
        names={hand.names}
        depth={depth}
        label={depth === 1 ? "Ajouter un critère" : `Ajouter un critère au groupe de niveau ${depth}`}
        add={(node) => hand.add(path, node)}
        removeLast={() => (group.of.length > 0 ? remove(group.of.length - 1) : depth > 1 && removeAll())}
      />
      {opened && (
        <Editor
          key={hand.opened}
          id={`${base}-editor`}
          asked={opened}
          choices={hand.choices}
          change={(asked) => hand.put([...path, openRank], asked)}
          close={close}
        />
      )}
      {group.of.map((node, rank) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place
        isGroup(node) ? <GroupBox key={rank} group={node} path={[...path, rank]} hand={hand} /> : null,
      )}
    </fieldset>
  );
}

function MatchChoice({ match, change }: { match: Match; change: (match: Match) => void }) {
  return (
    <div className="select segment-match">
      <select
        className="input"
        aria-label="Ce groupe garde les médecins qui remplissent"
        value={match}
        onChange={(event) => change(event.currentTarget.value as Match)}
      >
        {Object.entries(MATCHES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" small />
    </div>
  );
}

interface EditorProps {
  id: string;
  asked: Criterion;
  choices: Choices;
  change: (asked: Criterion) => void;
  close: () => void;
}

/** The fields of one criterion; what they hold counts at once. Escape goes back to the line of criteria. */
function Editor({ id, asked, choices, change, close }: EditorProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const first = (selector: string) => box.current?.querySelector<HTMLElement>(selector);
    (first('input[type="radio"]:checked') ?? first("input, select"))?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    close();
  };
  return (
    <section ref={box} id={id} className="segment-editor" aria-label={CATALOG[asked.kind].label} onKeyDown={onKeyDown}>
      <div className="segment-editor-head">
        <strong>{CATALOG[asked.kind].label}</strong>
        <Button kind="quiet" icon="check" onClick={close}>
          Fermer
        </Button>
      </div>
      <CriterionWidget id={id} asked={asked} choices={choices} change={change} />
    </section>
  );
}
