/** Two linked circles: a doctor and an assistant pedal together. One path, one colour. */
export const MARK_PATH = "M13.01 18.03A8.25 8.25 0 1 1 17.36 14.43M17.99 2.47A8.25 8.25 0 1 1 13.64 6.07";

export function Mark({ className = "mark" }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 31 20.5"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
    >
      <path d={MARK_PATH} strokeLinecap="round" />
    </svg>
  );
}
