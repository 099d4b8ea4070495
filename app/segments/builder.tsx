import { useMemo, useState } from "react";
import { type Choices, namesOf } from "./choices";
import { type Group, isGroup, type Node } from "./criteria";
import { addTo, nodeAt, type Path, put } from "./edit";
import { GroupBox, keyOf } from "./group-box";

interface BuilderProps {
  criteria: Group;
  choices: Choices;
  change: (criteria: Group) => void;
}

/** Chips and groups; a criterion just added shows its fields, a group just added takes the keyboard. */
export function Builder({ criteria, choices, change }: BuilderProps) {
  const names = useMemo(() => namesOf(choices), [choices]);
  const [opened, setOpened] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const add = (path: Path, node: Node) => {
    const group = nodeAt(criteria, path);
    if (!group || !isGroup(group)) return;
    change(addTo(criteria, path, node));
    const place = keyOf([...path, group.of.length]);
    setOpened(isGroup(node) ? null : place);
    setFresh(isGroup(node) ? place : null);
  };
  const replace = (path: Path, node: Node | null) => {
    change(put(criteria, path, node));
    if (node === null) setOpened(null);
  };
  return (
    <GroupBox
      group={criteria}
      path={[]}
      hand={{
        choices,
        names,
        opened,
        fresh,
        open: (path) => setOpened(path && keyOf(path)),
        put: replace,
        add,
      }}
    />
  );
}
