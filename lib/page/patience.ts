/** The page has this long to show a question that it was sent, in milliseconds, before its owner is told. */
const NOT_FOUND_AFTER = 10_000;
/** The last word is told in the question's own note; where no question follows within this, in milliseconds, by itself. */
const LAST_WORD_AFTER = 2_000;
/** A question that was not there in time is still looked for this long, in milliseconds. */
const GIVEN_UP_AFTER = 110_000;
/** A question that has left the page for this long, in milliseconds, was given up. */
const ENDED_AFTER = 3_000;

/**
 * How long a question is waited for, until `signal`. The function returned is to hear at each look whether it is there;
 * `onLate` is called once it should have come, `onEnded` when it was there and has left, and `onGivenUp` when it is not to
 * be looked for any longer.
 */
export function makePatience(
  hasLastWord: boolean,
  { onLate, onEnded, onGivenUp }: { onLate(): void; onEnded(): void; onGivenUp(): void },
  signal: AbortSignal,
): (isThere: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasThere = false;
  const wait = (then: () => void, delay: number) => {
    timer ??= setTimeout(then, delay);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const tell = () => {
    stop();
    wait(onGivenUp, GIVEN_UP_AFTER);
    onLate();
  };
  signal.addEventListener('abort', stop);
  return (isThere) => {
    wasThere ||= isThere;
    if (isThere) stop();
    else if (wasThere) wait(onEnded, ENDED_AFTER);
    else wait(tell, hasLastWord ? LAST_WORD_AFTER : NOT_FOUND_AFTER);
  };
}
