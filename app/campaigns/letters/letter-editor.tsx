import { useEffect, useRef } from "react";
import { french } from "~/format/typography";
import { useShortcuts } from "~/ui/shortcuts";
import { TextInput } from "~/ui/text-input";
import { useToast } from "~/ui/toast";
import { AddBlock } from "./add-block";
import type { BlockKind, Letter } from "./block";
import { BlockCard } from "./block-card";
import type { Checked } from "./check";
import type { Draft, Edit, Keyed } from "./editing";
import { Findings } from "./findings";
import { goToBlock, goToFinding, wrongIn } from "./going";
import { InsertMenu } from "./insert-menu";
import { LONGEST_NAME } from "./naming";
import { useInsertion } from "./use-insertion";

interface LetterEditorProps {
  readonly draft: Draft;
  readonly letter: Letter;
  readonly checked: Checked;
  readonly edit: (edit: Edit) => void;
  readonly onSave: () => void;
}

/** Where the letter is written: its name for us, its subject for them, and its blocks. */
export function LetterEditor({ draft, letter, checked, edit, onSave }: LetterEditorProps) {
  const { add, remove } = useBlocks(draft, edit);
  useShortcuts([{ keys: "Mod+s", label: "Enregistrer la lettre", run: onSave }]);
  const wrongSubject = checked.errors.filter(({ part }) => part === "subject" && draft.subject.trim() !== "");
  return (
    <div className="mailing-editor">
      <TextInput
        name="name"
        label="Nom de la lettre"
        help={french("Pour votre caisse : les médecins ne le voient pas.")}
        maxLength={LONGEST_NAME}
        value={draft.name}
        onChange={(event) => edit({ act: "name", text: event.currentTarget.value })}
      />
      <Subject
        text={draft.subject}
        wrong={wrongSubject.map(({ message }) => message)}
        onChange={(text) => edit({ act: "subject", text })}
      />
      <div className="mailing-blocks">
        {draft.blocks.map((keyed, rank) => (
          <BlockCard
            key={keyed.key}
            keyed={keyed}
            rank={rank}
            count={draft.blocks.length}
            wrong={wrongIn(checked.errors, rank, keyed.block)}
            edit={edit}
            onRemove={remove}
          />
        ))}
      </div>
      <AddBlock onAdd={add} />
      <Findings checked={checked} letter={letter} onGo={(finding) => goToFinding(finding, draft)} />
    </div>
  );
}

interface SubjectProps {
  readonly text: string;
  readonly wrong: readonly string[];
  readonly onChange: (text: string) => void;
}

function Subject({ text, wrong, onChange }: SubjectProps) {
  const { box, onFocus, selected, insert } = useInsertion((_part, typed) => onChange(typed), "subject");
  return (
    <section ref={box} className="mailing-subject-field" aria-label="Objet" onFocus={onFocus}>
      <TextInput
        name="subject"
        label="Objet"
        value={text}
        error={wrong}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <InsertMenu selected={selected} onInsert={insert} withMarks={false} />
    </section>
  );
}

/** The focus follows what is added, and does not get lost with what is removed. */
function useBlocks(draft: Draft, edit: (edit: Edit) => void) {
  const say = useToast();
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    const made = draft.blocks.find(({ key }) => key === awaited.current);
    if (!made) return;
    awaited.current = null;
    goToBlock(made.key, made.block);
  }, [draft.blocks]);
  return {
    add(kind: BlockKind) {
      awaited.current = draft.nextKey;
      edit({ act: "add", kind });
    },
    remove(keyed: Keyed, at: number) {
      const next = draft.blocks[at + 1] ?? draft.blocks[at - 1];
      edit({ act: "remove", key: keyed.key });
      say({ text: `Bloc ${at + 1} retiré.`, undo: () => edit({ act: "restore", keyed, at }) });
      if (next) goToBlock(next.key, next.block);
      else document.getElementById("add-block")?.focus();
    },
  };
}
