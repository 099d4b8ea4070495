/** « uncertain »: it may have left, so nobody sends it again without asking; « dropped »: it did not leave. */
export type SimulationLetterState = "waiting" | "sending" | "sent" | "uncertain" | "dropped";

export const LETTER_STATE_LABELS: Readonly<Record<SimulationLetterState, string>> = {
  waiting: "part dans un instant",
  sending: "part dans un instant",
  sent: "envoyée",
  uncertain: "peut-être envoyée : demandez au médecin avant de la renvoyer",
  dropped: "non envoyée",
};
