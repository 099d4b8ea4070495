/** One side of a comparison: sums over practices, enough to know how much colleagues resemble each other. */
export interface Arm {
  readonly practices: number;
  readonly doctors: number;
  readonly successes: number;
  /** Σ doctors², Σ successes², Σ doctors × successes, practice by practice. */
  readonly doctorSquares: number;
  readonly successSquares: number;
  readonly crossed: number;
}

export interface PracticeCount {
  readonly doctors: number;
  readonly successes: number;
}

export function armOf(practices: readonly PracticeCount[]): Arm {
  const sum = (term: (practice: PracticeCount) => number) => practices.reduce((total, each) => total + term(each), 0);
  return {
    practices: practices.length,
    doctors: sum(({ doctors }) => doctors),
    successes: sum(({ successes }) => successes),
    doctorSquares: sum(({ doctors }) => doctors ** 2),
    successSquares: sum(({ successes }) => successes ** 2),
    crossed: sum(({ doctors, successes }) => doctors * successes),
  };
}

export function rateOf({ successes, doctors }: Arm): number {
  return doctors === 0 ? 0 : successes / doctors;
}

/** Below this many successes in all, resemblance cannot be measured and the worst is supposed. */
const FEW_SUCCESSES = 20;

/**
 * How many times more the rates vary than if each doctor decided alone (design effect). The hold-out is drawn by practice,
 * because colleagues talk: a practice counts once rather than once a doctor as far as its members behave alike.
 */
export function designEffect(arms: readonly Arm[]): number {
  const total = (term: (arm: Arm) => number) => arms.reduce((sum, arm) => sum + term(arm), 0);
  const worst =
    total(({ doctorSquares }) => doctorSquares) /
    Math.max(
      1,
      total(({ doctors }) => doctors),
    );
  if (total(({ successes }) => successes) < FEW_SUCCESSES) return Math.max(1, worst);
  const alone = total((arm) => arm.doctors * rateOf(arm) * (1 - rateOf(arm)));
  if (alone === 0) return 1;
  return Math.min(Math.max(1, worst), Math.max(1, total(spread) / alone));
}

/** Σ (successes − rate × doctors)² over practices, made unbiased. */
function spread(arm: Arm): number {
  if (arm.practices < 2) return 0;
  const rate = rateOf(arm);
  const squares = arm.successSquares - 2 * rate * arm.crossed + rate ** 2 * arm.doctorSquares;
  return (squares * arm.practices) / (arm.practices - 1);
}
