/** Loire-Atlantique, where the examples live; the next fund is the stranger. */
export const HERE = 441;
export const ELSEWHERE = 491;
