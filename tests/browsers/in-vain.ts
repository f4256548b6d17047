/**
 * Whether an error's message says that something did not come in time, which a busy machine may be the reason of, and not
 * that something wrong was seen. Such a try is made once more, and the second counts; what was seen wrong counts at once.
 */
export function isInVain(message: string): boolean {
  return /Waited in vain|timeout|timed out/i.test(message);
}
