/** This long, in milliseconds, what is awaited may take; it is a bound, not an expectation. */
const PATIENCE = 20_000;

/** What `read` gives once it is as wanted; or what it gave last. */
export async function soon<Value>(
  read: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (isWanted(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
