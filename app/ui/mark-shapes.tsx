import type { ReactNode } from "react";

/** Shapes that stay distinct in black and white and for every kind of sight. */
export type Shape = "diamond-full" | "diamond-half" | "diamond-hollow" | "disc-check" | "ring-cross" | "half-question";

export type Tone = "brand" | "warm" | "danger" | "good" | "doubt" | "plain";

const SHAPES: Record<Shape, ReactNode> = {
  "diamond-full": <path d="M10 2 18 10 10 18 2 10Z" fill="currentColor" />,
  "diamond-half": (
    <>
      <path d="M10 2.5 17.5 10 10 17.5 2.5 10Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M10 2V18L2 10Z" fill="currentColor" />
    </>
  ),
  "diamond-hollow": <path d="M10 2.5 17.5 10 10 17.5 2.5 10Z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  "disc-check": (
    <>
      <circle cx="10" cy="10" r="8.5" fill="currentColor" />
      <path className="hole" d="M6 10.4 8.8 13.2 14.2 7.2" fill="none" strokeWidth="2" />
    </>
  ),
  "ring-cross": (
    <>
      <circle cx="10" cy="10" r="7.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 7 13 13M13 7 7 13" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
  "half-question": (
    <>
      <circle cx="10" cy="10" r="7.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M10 1.5A8.5 8.5 0 0 0 10 18.5V16.4A8.6 8.6 0 0 1 10 3.6Z" fill="currentColor" />
      <path
        d="M8.5 8A2.1 2.1 0 1 1 11.6 9.8C10.9 10.25 10.6 10.6 10.6 11.4M10.6 14V14.05"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </>
  ),
};

export function MarkShape({ shape }: { shape: Shape }) {
  return (
    <svg className="mark-shape" viewBox="0 0 20 20" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  );
}

/** A shape with its word: `strong` gives the word the shape's colour and weight, where it is the row's message. */
export function Marked(props: { shape: Shape; tone?: Tone; strong?: boolean; children: ReactNode }) {
  const { shape, tone = "plain", strong = false, children } = props;
  return (
    <span className={`marked tone-${tone}${strong ? " marked-strong" : ""}`}>
      <MarkShape shape={shape} />
      {children}
    </span>
  );
}
