import type { KeyboardEvent } from "react";
import { Button } from "~/ui/button";
import { Icon, type IconName } from "~/ui/icon";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { type JourneyStep, MOST_DAYS, STEP_LABELS, type StepKind } from "./journey";

export const STEP_ICONS: Record<StepKind, IconName> = { letter: "mail", call: "phone", visit: "visits" };

interface StepCardProps {
  step: JourneyStep;
  at: number;
  count: number;
  letters: readonly { value: string; label: string }[];
  onChange: (change: Partial<JourneyStep>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onKeys: (event: KeyboardEvent) => void;
}

export function StepCard({ step, at, count, letters, onChange, onMove, onRemove, onKeys }: StepCardProps) {
  const label = STEP_LABELS[step.kind];
  const name = (field: string) => `step-${at}-${field}`;
  return (
    <li className="journey-step">
      <div className="journey-step-head">
        <button
          type="button"
          className="journey-handle"
          data-step-handle
          onKeyDown={onKeys}
          aria-label={`Étape ${at + 1} sur ${count}, ${label}. Flèches : étape voisine. Alt et flèches : déplacer.`}
        >
          <span className="journey-rank">{at + 1}</span>
          <Icon name={STEP_ICONS[step.kind]} small />
          <strong>{label}</strong>
        </button>
        <div className="journey-step-acts">
          <Button kind="quiet" icon="chevron-up" iconOnly disabled={at === 0} onClick={() => onMove(-1)}>
            {`Monter l'étape ${at + 1}`}
          </Button>
          <Button kind="quiet" icon="chevron-down" iconOnly disabled={at === count - 1} onClick={() => onMove(1)}>
            {`Descendre l'étape ${at + 1}`}
          </Button>
          <Button kind="quiet" icon="trash" iconOnly onClick={onRemove}>
            {`Retirer l'étape ${at + 1}`}
          </Button>
        </div>
      </div>
      <div className="journey-step-fields">
        <TextInput
          name={name("delay")}
          label={at === 0 ? "Après l'entrée" : "Après l'étape précédente"}
          inputMode="numeric"
          type="number"
          min={0}
          max={MOST_DAYS}
          width="short"
          unit="jours ouvrés"
          value={step.delay}
          onChange={({ currentTarget: { value } }) => onChange({ delay: Number(value) })}
        />
        {step.kind === "letter" ? (
          <Select
            name={name("letter")}
            label="Lettre"
            placeholder="Choisissez une lettre"
            value={step.letter}
            options={letters}
            onChange={({ currentTarget: { value } }) => onChange({ letter: value })}
          />
        ) : (
          <Expiry step={step} name={name} onChange={onChange} />
        )}
      </div>
    </li>
  );
}

type ExpiryProps = Pick<StepCardProps, "step" | "onChange"> & { name: (field: string) => string };

function Expiry({ step, name, onChange }: ExpiryProps) {
  return (
    <>
      <TextInput
        name={name("expiry")}
        label="À faire en"
        optional
        inputMode="numeric"
        type="number"
        min={1}
        max={MOST_DAYS}
        width="short"
        unit="jours ouvrés"
        value={step.expiry ?? ""}
        onChange={({ currentTarget: { value } }) => onChange({ expiry: value === "" ? null : Number(value) })}
      />
      {step.expiry !== null && (
        <Select
          name={name("on-expiry")}
          label="Si rien n'est fait"
          value={step.onExpiry}
          options={[
            { value: "pass", label: "Passer à la suite" },
            { value: "end", label: "Arrêter le parcours" },
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ onExpiry: value === "end" ? "end" : "pass" })}
        />
      )}
    </>
  );
}
