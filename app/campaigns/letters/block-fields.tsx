import type { ComponentProps } from "react";
import { french } from "~/format/typography";
import type { FieldMessages } from "~/ui/field";
import { RadioCards } from "~/ui/radio-cards";
import { Select } from "~/ui/select";
import { TextArea, TextInput } from "~/ui/text-input";
import { type AidOption, type Block, textsOf } from "./block";
import { PAGES, type PageName, writtenPage } from "./fields";
import { controlId } from "./place";

interface BlockFieldsProps {
  readonly blockKey: number;
  readonly block: Block;
  readonly onChange: (block: Block) => void;
  /** By part, what is wrong with it. */
  readonly wrong: Readonly<Record<string, FieldMessages>>;
}

/** The form of a block: as few fields as it has parts. */
export function BlockFields({ blockKey, block, onChange, wrong }: BlockFieldsProps) {
  const control = (part: string) => ({
    id: controlId(blockKey, part),
    name: controlId(blockKey, part),
    "data-part": part,
    value: textsOf(block).find(([name]) => name === part)?.[1] ?? "",
    error: wrong[part],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(withPart(block, part, event.currentTarget.value)),
  });
  switch (block.kind) {
    case "title":
      return <TextInput label="Titre" {...control("text")} />;
    case "paragraph":
      return <TextArea label="Texte" rows={rowsFor(block.text)} {...control("text")} />;
    case "list":
      return (
        <TextArea
          label="Lignes de la liste"
          help="Une ligne par point."
          rows={rowsFor(block.items.join("\n"))}
          {...control("items")}
        />
      );
    case "button":
      return <ButtonFields block={block} onChange={onChange} control={control} />;
    case "simulation":
      return (
        <>
          <RadioCards
            name={controlId(blockKey, "option")}
            label="Temps de travail de l'assistant"
            defaultValue={block.option}
            cards={[
              { value: "1", title: "Temps plein" },
              { value: "0.5", title: "Mi-temps" },
            ]}
            onChange={(option) => onChange({ ...block, option: option as AidOption })}
          />
          <TextArea
            label="Texte quand le montant n'est pas connu"
            help="Montré aux médecins que les règles excluent et à ceux qui ont déjà un contrat."
            rows={2}
            {...control("fallback")}
          />
        </>
      );
    case "signature":
      return (
        <>
          <TextInput label="Nom" {...control("name")} />
          <TextInput label="Fonction" optional {...control("role")} />
          <TextInput label="Téléphone" optional width="medium" {...control("phone")} />
        </>
      );
  }
}

type ButtonBlock = Extract<Block, { kind: "button" }>;

interface ButtonFieldsProps {
  readonly block: ButtonBlock;
  readonly onChange: (block: Block) => void;
  readonly control: (part: string) => Omit<ComponentProps<typeof TextInput>, "label">;
}

const ELSEWHERE = "elsewhere";

/** Most buttons lead to a page of the doctor's own; the address is typed only for the others. */
function ButtonFields({ block, onChange, control }: ButtonFieldsProps) {
  const page = (Object.keys(PAGES) as PageName[]).find((name) => writtenPage(name) === block.to);
  const { id, error } = control("to");
  return (
    <>
      <TextInput label="Ce que dit le bouton" {...control("label")} />
      <Select
        name={`${id}-page`}
        label="Où il mène"
        value={page ?? ELSEWHERE}
        options={[
          ...Object.entries(PAGES).map(([value, { label }]) => ({
            value,
            label: french(`La page « ${label} » du médecin`),
          })),
          { value: ELSEWHERE, label: "Un site" },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...block, to: value === ELSEWHERE ? "" : writtenPage(value as PageName) })
        }
      />
      {page === undefined && (
        <TextInput
          label="Adresse du site"
          type="url"
          placeholder="https://www.ameli.fr/…"
          {...control("to")}
          error={error}
        />
      )}
    </>
  );
}

function withPart(block: Block, part: string, text: string): Block {
  if (block.kind === "list") return { ...block, items: text.split("\n") };
  return { ...block, [part]: text } as Block;
}

/** As tall as its text, within reason: one reads what one writes. */
function rowsFor(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0);
  return Math.min(14, Math.max(3, lines + 1));
}
