/** The measurements of one run, each series under a name, in the order in which they were made. */
export class Series {
  readonly #values = new Map<string, number[]>();

  add(name: string, ...values: number[]): void {
    this.#values.set(name, [...this.of(name), ...values]);
  }

  of(name: string): number[] {
    return this.#values.get(name) ?? [];
  }

  /** What one series has more than another, round by round: both were measured in the same rounds. */
  more(name: string, than: string): number[] {
    const others = this.of(than);
    return this.of(name).map((value, round) => value - (others[round] ?? Number.NaN));
  }

  toJSON(): Record<string, number[]> {
    return Object.fromEntries(this.#values);
  }
}
