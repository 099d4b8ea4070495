import type { ReactNode } from "react";
import { type FieldMessages, FieldNotes, fieldControl } from "./field";

export type RadioCard = { value: string; title: ReactNode; text?: ReactNode; disabled?: boolean };

export type RadioCardsProps = {
  name: string;
  label: ReactNode;
  cards: readonly RadioCard[];
  defaultValue?: string | undefined;
  help?: ReactNode;
  error?: FieldMessages;
  onChange?: (value: string) => void;
};

/** A choice among few, each with its consequence in a line. */
export function RadioCards({ name, label, cards, defaultValue, help, error, onChange }: RadioCardsProps) {
  const { id, ...control } = fieldControl({ name, help, error });
  return (
    <fieldset aria-describedby={control["aria-describedby"]}>
      <legend className="field-label">{label}</legend>
      <FieldNotes id={id} help={help} error={error} />
      <div className="radio-cards">
        {cards.map((card, rank) => (
          <label key={card.value} className="radio-card">
            <input
              type="radio"
              className="radio"
              name={name}
              id={rank === 0 ? id : undefined}
              value={card.value}
              defaultChecked={card.value === defaultValue}
              disabled={card.disabled}
              onChange={() => onChange?.(card.value)}
            />
            <span className="radio-card-title">{card.title}</span>
            {card.text && <span className="radio-card-text">{card.text}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
