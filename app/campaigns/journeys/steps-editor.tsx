import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { type FieldMessages, firstMessage } from "~/ui/field";
import { changedStep, movedStep, withoutStep, withStep } from "./editing";
import { type JourneyStep, MOST_STEPS, STEP_KINDS, STEP_LABELS } from "./journey";
import { StepCard } from "./step-card";

interface StepsEditorProps {
  initial: readonly JourneyStep[];
  letters: readonly { value: string; label: string }[];
  error: FieldMessages;
}

/** A step and a name that follows it when it moves. */
interface Keyed extends JourneyStep {
  readonly key: number;
}

const ADD = { letter: "Ajouter une lettre", call: "Ajouter un appel", visit: "Ajouter une visite" } as const;

/** The steps, in order. Arrows go from one to the next; with Alt, the step itself moves. */
export function StepsEditor({ initial, letters, error }: StepsEditorProps) {
  const [steps, setSteps] = useState<Keyed[]>(() => initial.map((step, key) => ({ ...step, key })));
  const [said, setSaid] = useState("");
  const next = useRef(initial.length);
  const list = useRef<HTMLOListElement>(null);
  const problem = firstMessage(error);
  const focusOn = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-step-handle]")[at]?.focus());
  const move = (at: number, by: 1 | -1) => {
    if (steps[at + by] === undefined) return;
    setSteps((all) => movedStep(all, at, by) as Keyed[]);
    setSaid(`${STEP_LABELS[steps[at]!.kind]} : étape ${at + by + 1} sur ${steps.length}.`);
    focusOn(at + by);
  };
  const remove = (at: number) => {
    setSteps((all) => withoutStep(all, at) as Keyed[]);
    setSaid(`Étape ${at + 1} retirée.`);
    focusOn(Math.max(0, at - 1));
  };
  const add = (kind: JourneyStep["kind"]) => {
    setSteps((all) => withStep(all, kind).map((step, at) => all[at] ?? { ...step, key: next.current++ }));
    focusOn(steps.length);
  };
  const onKeys = (event: KeyboardEvent, at: number) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    if (event.altKey) move(at, by);
    else focusOn(at + by);
  };
  return (
    <div className="stack" id="steps">
      <input type="hidden" name="steps" value={JSON.stringify(steps.map(({ key: _key, ...step }) => step))} />
      {problem && <p className="field-error">{problem}</p>}
      {steps.length === 0 && <p className="soft">Aucune étape : commencez par une lettre, un appel ou une visite.</p>}
      <ol className="journey-steps" ref={list}>
        {steps.map(({ key, ...step }, at) => (
          <StepCard
            key={key}
            step={step}
            at={at}
            count={steps.length}
            letters={letters}
            onChange={(change) => setSteps((all) => changedStep(all, at, change) as Keyed[])}
            onMove={(by) => move(at, by)}
            onRemove={() => remove(at)}
            onKeys={(event) => onKeys(event, at)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="cluster">
        {STEP_KINDS.map((kind) => (
          <Button key={kind} icon="plus" disabled={steps.length >= MOST_STEPS} onClick={() => add(kind)}>
            {ADD[kind]}
          </Button>
        ))}
      </div>
    </div>
  );
}
