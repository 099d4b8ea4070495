/** From and to, in minutes since midnight. */
export type Span = readonly [from: number, to: number];

/** How a delegate works. Minutes since midnight of the fund's own zone. */
export interface Setting {
  readonly base: { readonly label: string; readonly latitude: number; readonly longitude: number } | null;
  /** Monday first; null: does not work that day. */
  readonly hours: readonly (Span | null)[];
  readonly lunch: { readonly from: number; readonly to: number; readonly minutes: number };
  readonly visitMinutes: number;
  readonly mostVisits: number;
  /** Added to every leg: 10 means a tenth longer. */
  readonly safetyPercent: number;
}

/** What holds until a delegate says otherwise: 8:30 to 17:30, lunch of 45 minutes between 12 and 14. */
export const USUAL_SETTING: Setting = {
  base: null,
  hours: [[510, 1050], [510, 1050], [510, 1050], [510, 1050], [510, 1050], null, null],
  lunch: { from: 720, to: 840, minutes: 45 },
  visitMinutes: 30,
  mostVisits: 8,
  safetyPercent: 10,
};
