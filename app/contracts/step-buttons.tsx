import { Button } from "~/ui/button";
import { Menu } from "~/ui/menu";
import type { OpenedContract } from "./contract.server";
import { STEP_RULES, type Step } from "./lifecycle";

/** The step that carries the contract forward is the page's button; the others wait in a menu. */
const FORWARD: readonly Step[] = ["sign", "hire", "resume"];
const GRAVE: readonly Step[] = ["notice", "specialty", "abandon"];

export function StepButtons({ contract, onStep }: { contract: OpenedContract; onStep: (step: Step) => void }) {
  const steps = contract.steps.filter(
    (step) => (step !== "renewal" || contract.renewal === null) && (step !== "switch" || contract.laterText !== null),
  );
  const main = steps.find((step) => FORWARD.includes(step));
  const others = steps.filter((step) => step !== main);
  return (
    <>
      {others.length > 0 && (
        <Menu
          label="Autres étapes"
          icon="more"
          entries={others.map((step) => ({
            id: step,
            label: STEP_RULES[step].label,
            isDangerous: GRAVE.includes(step),
            onAction: () => onStep(step),
          }))}
        />
      )}
      {main && (
        <Button kind="primary" icon="contract" onClick={() => onStep(main)}>
          {STEP_RULES[main].label}
        </Button>
      )}
    </>
  );
}
