import { french } from "~/format/typography";
import { Menu, type MenuEntry } from "~/ui/menu";
import { FIELDS, type FieldName, PAGES, type PageName, writtenField, writtenPage } from "./fields";
import { around, inPlace, type Selected } from "./insertion";

interface InsertMenuProps {
  /** What is selected now, in the control that was written in last. */
  readonly selected: () => Selected;
  readonly onInsert: (after: Selected) => void;
  /** Paragraphs and lists know bold, italics and links. */
  readonly withMarks: boolean;
}

/** Fields and marks, for who does not know them by heart. */
export function InsertMenu({ selected, onInsert, withMarks }: InsertMenuProps) {
  const fields = Object.keys(FIELDS).map((name): MenuEntry => {
    const field = name as FieldName;
    return { id: name, label: FIELDS[field].label, onAction: () => onInsert(inPlace(selected(), writtenField(field))) };
  });
  const mark = (id: string, label: string, before: string, after: string, word: string): MenuEntry => ({
    id,
    label,
    onAction: () => onInsert(around(selected(), before, after, word)),
  });
  const pages = Object.keys(PAGES).map((name): MenuEntry => {
    const page = name as PageName;
    return mark(name, french(`Lien : ${PAGES[page].label}`), "[", `](${writtenPage(page)})`, PAGES[page].label);
  });
  const marks = [
    mark("strong", "Gras", "**", "**", "texte"),
    mark("emphasis", "Italique", "*", "*", "texte"),
    mark("link", "Lien vers un site", "[", "](https://)", "texte du lien"),
    ...pages,
  ];
  return (
    <>
      <Menu label="Champ" kind="quiet" icon="plus" entries={fields} />
      {withMarks && <Menu label="Mise en forme" kind="quiet" icon="edit" entries={marks} />}
    </>
  );
}
