/** Work in small steps, after each of which it says how much is done, from 0 to 1, so that other work can come between. */
export type Steps<Value> = Generator<number, Value>;

/** Does it all at one go. */
export function finish<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
