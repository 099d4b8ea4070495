import { type JourneyStep, MOST_STEPS, type StepKind } from "./journey";

/** What a step says before anybody changes it. */
export function freshStep(kind: StepKind, isFirst: boolean): JourneyStep {
  return { kind, delay: isFirst ? 0 : 5, letter: "", expiry: kind === "letter" ? null : 10, onExpiry: "pass" };
}

export function withStep(steps: readonly JourneyStep[], kind: StepKind): JourneyStep[] {
  return steps.length >= MOST_STEPS ? [...steps] : [...steps, freshStep(kind, steps.length === 0)];
}

export function withoutStep(steps: readonly JourneyStep[], at: number): JourneyStep[] {
  return steps.filter((_, each) => each !== at);
}

/** Changes place with its neighbour; the ends hold. */
export function movedStep(steps: readonly JourneyStep[], at: number, by: 1 | -1): JourneyStep[] {
  const to = at + by;
  if (steps[at] === undefined || steps[to] === undefined) return [...steps];
  const moved = [...steps];
  moved.splice(to, 0, ...moved.splice(at, 1));
  return moved;
}

export function changedStep(steps: readonly JourneyStep[], at: number, change: Partial<JourneyStep>): JourneyStep[] {
  return steps.map((step, each) => (each === at ? { ...step, ...change } : step));
}
