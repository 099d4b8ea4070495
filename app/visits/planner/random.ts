/** A small seeded generator (xorshift32): the same seed draws the same plan on any machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) | 0 || 1;
    for (let i = 0; i < 8; i++) this.next();
  }

  private next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }

  /** In [0, 1). */
  unit(): number {
    return this.next() * 2.3283064365386963e-10;
  }

  below(bound: number): number {
    return (this.next() * 2.3283064365386963e-10 * bound) | 0;
  }
}
