import type { Moves } from "./events";
import { SIGNED } from "./states";

export interface Followed {
  /** Doctors seen before their contract, and those of them who signed. */
  readonly followed: number;
  readonly followedSigned: number;
  /** Contracts in all, those of doctors known by the contract alone among them. */
  readonly signed: number;
}

/** Who was followed up to a day, and the day their history begins; infinite when no fact is known yet. */
export function followedAt(moves: Moves, asof: number): Followed & { readonly first: number } {
  const { doctor, day, state } = moves;
  const byContract = knownByContract(moves);
  let [followed, followedSigned, signed] = [0, 0, 0];
  for (let at = 0; at < doctor.length; at++) {
    if (day[at]! > asof) continue;
    const isFollowed = byContract[doctor[at]!] === 0;
    if (isFollowed && (at === 0 || doctor[at - 1] !== doctor[at])) followed += 1;
    if (state[at] !== SIGNED) continue;
    signed += 1;
    if (isFollowed) followedSigned += 1;
  }
  return { followed, followedSigned, signed, first: firstDay(moves, asof, byContract) };
}

/** By doctor, 1: known by the contract alone, or from the very day of it. Nothing was seen of the way that led there. */
function knownByContract({ doctor, day, state, doctors }: Moves): Uint8Array {
  const byContract = new Uint8Array(doctors);
  let firstOfDoctor = 0;
  for (let at = 0; at < doctor.length; at++) {
    if (doctor[at] !== doctor[firstOfDoctor]) firstOfDoctor = at;
    if (state[at] === SIGNED && day[at] === day[firstOfDoctor]) byContract[doctor[at]!] = 1;
  }
  return byContract;
}

/**
 * The history begins with the first doctor followed: contracts taken over from before are counted, and teach nothing of
 * the pace of the following weeks. Infinite: no fact is known yet.
 */
function firstDay({ doctor, day }: Moves, asof: number, byContract: Uint8Array): number {
  let [first, firstFollowed] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = 0; at < doctor.length; at++) {
    first = Math.min(first, day[at]!);
    if (byContract[doctor[at]!] === 0) firstFollowed = Math.min(firstFollowed, day[at]!);
  }
  return firstFollowed > asof ? first : firstFollowed;
}
