/** A place in the ranked list: the doctor one stands at. Two columns in the same direction, so that an index serves. */
export interface Place {
  readonly priority: number;
  readonly doctorId: number;
}

export interface Cursor extends Place {
  readonly towards: "next" | "previous";
}

export function writePlace({ priority, doctorId }: Place): string {
  return `${priority}-${doctorId}`;
}

/** Null for anything that did not come from `writePlace`. */
export function readPlace(text: string): Place | null {
  const match = /^(\d{1,6})-(\d{1,15})$/.exec(text);
  return match ? { priority: Number(match[1]), doctorId: Number(match[2]) } : null;
}
