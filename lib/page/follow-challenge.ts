import type { Advice } from '../challenge/advice.ts';
import type { Challenge } from '../challenge/challenge.ts';
import type { OutcomeReport, PageProtocol } from '../messages.ts';
import { choose } from './choose.ts';
import { contains } from './dom.ts';
import { endOfOptions, type LocatedChallenge, locateChallenge } from './locate.ts';
import { type MarkKind, markOption, unmarkAll } from './mark.ts';
import { showNote } from './note.ts';
import { type NoteKey, noteKey, type Words } from './words.ts';

/** What a challenge is followed with. */
export interface Surroundings {
  document: Document;
  /** The way to the background; a call that rejects means that there is none any more. */
  background: {
    [Name in keyof PageProtocol]: (
      request: Parameters<PageProtocol[Name]>[0],
    ) => Promise<ReturnType<PageProtocol[Name]>>;
  };
  words: Words;
  /** Calls back whenever advice that was not to be had may be asked for again. */
  onAskAgain: (callback: () => void) => void;
  /** The identifier typed in the login form, null when none was seen. */
  identifier: () => string | null;
}

/** A challenge that is on its way. */
export interface FollowedChallenge {
  challenge: Challenge;
  /** Stops watching, and takes marks and note off the page. */
  leave(): void;
}

/** The page has this long to show a question that it was sent, in milliseconds, before its owner is told. */
const NOT_FOUND_AFTER = 10_000;
/** A refusal is told in the question's own note; where no question follows within this, in milliseconds, by itself. */
const REFUSAL_AFTER = 2_000;
/** While question or answer are not to be seen yet they are looked for this often, in milliseconds. */
const POLL_EVERY = 100;
/** A question that has left the page for this long, in milliseconds, was given up. */
const ENDED_AFTER = 10_000;
/** A page that re-creates its options loses the choice; made again this often at most, it cannot become a tug-of-war. */
const MAX_CHOICES = 5;

const MARK_WORDS = {
  answer: 'page.answer',
  candidate: 'page.candidate',
  refused: 'page.refused',
} as const;

/**
 * Follows one challenge from first sight until it leaves the page: asks for advice, marks what the page shows, and
 * chooses at most what the advice names where its owner has touched nothing. It watches the page no longer than that.
 * `refusal` says what came of an answer a moment ago, and is told with the advice; after a wrong answer to this very
 * question nothing is chosen (`mayChoose` false).
 */
export function followChallenge(
  challenge: Challenge,
  { mayChoose, refusal }: { mayChoose: boolean; refusal: NoteKey | null },
  around: Surroundings,
): FollowedChallenge {
  const { document, background, words } = around;
  const life = new AbortController();
  let located: LocatedChallenge | null = null;
  let said: OutcomeReport['kind'] | null = null;
  let choices = 0;
  let touched = false;
  /** There is an option to choose that cannot be chosen yet. */
  let isWaiting = false;
  let dismissed = false;
  let hideNote = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (kind: 'marked' | 'selected' | 'not-found' | 'ended') => {
    if (kind !== said) background.outcome({ kind }).catch(leave);
    said = kind;
  };
  const tell = (...keys: (NoteKey | null)[]) => {
    if (dismissed) return;
    const note = {
      title: words('page.noteTitle'),
      close: words('page.close'),
      text: keys.flatMap((key) => (key ? [words(key)] : [])).join(' '),
    };
    hideNote = showNote(document, note, located ? endOfOptions(located) : null, () => {
      dismissed = true;
    });
  };
  const wait = (then: () => void, delay: number) => {
    timer ??= setTimeout(then, delay);
  };
  const follow = (advice: Advice, choosing: boolean) => {
    located = locateChallenge(document, challenge);
    if (!located) {
      if (said) wait(end, ENDED_AFTER);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    for (const [proposition, kind] of marksOf(advice)) {
      const option = located.options.get(proposition);
      if (option) markOption(option, kind, words(MARK_WORDS[kind]));
    }
    const answer = advice.kind === 'answer' ? located.options.get(advice.proposition) : undefined;
    const mayChooseNow = () => choosing && !touched && choices < MAX_CHOICES && answer?.isChosen() === false;
    if (answer && mayChooseNow()) {
      choose(answer);
      if (answer.isChosen()) choices += 1;
    }
    isWaiting = Boolean(answer?.choose) && mayChooseNow();
    const isSelected = choices > 0 && answer?.isChosen() === true;
    say(isSelected ? 'selected' : 'marked');
    tell(refusal, noteKey(advice, isSelected));
  };
  const start = async () => {
    const { advice, mode } = await background.advice({
      ...challenge,
      account: around.identifier(),
    });
    if (life.signal.aborted) return;
    const look = () => follow(advice, mayChoose && mode === 'select');
    const observer = new MutationObserver(look);
    life.signal.addEventListener('abort', () => observer.disconnect());
    observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    // A dialog that fades in, or is shown by a class, changes no node when it has come to be seen.
    const polling = setInterval(() => {
      if (!located || isWaiting) look();
    }, POLL_EVERY);
    life.signal.addEventListener('abort', () => clearInterval(polling));
    look();
    if (!located) {
      wait(
        () => {
          say('not-found');
          tell(refusal ?? 'page.note.notFound');
          timer = undefined;
        },
        refusal ? REFUSAL_AFTER : NOT_FOUND_AFTER,
      );
    }
  };
  // A change tells of radio buttons and lists, also by the keyboard; a click of options that are none of these.
  const onTouch = ({ isTrusted, target }: Event) => {
    if (!isTrusted || !located || !(target instanceof Node)) return;
    const options = [...located.options.values()];
    if (options.some(({ label }) => contains(label, target))) touched = true;
  };
  const onChange = ({ isTrusted, target }: Event) => {
    if (isTrusted && located && target instanceof Node && contains(located.scope, target)) touched = true;
  };
  function leave(): void {
    life.abort();
    clearTimeout(timer);
    unmarkAll(document);
    hideNote();
  }
  function end(): void {
    say('ended');
    leave();
  }

  document.addEventListener('change', onChange, { capture: true, signal: life.signal });
  document.addEventListener('click', onTouch, { capture: true, signal: life.signal });
  start().catch(leave);
  return { challenge, leave };
}

/** What each proposition is marked as. */
function marksOf(advice: Advice): [string, MarkKind][] {
  const refused = 'refused' in advice ? advice.refused : [];
  const candidates = 'candidates' in advice ? advice.candidates : [];
  const answer = advice.kind === 'answer' ? [advice.proposition] : [];
  return [
    ...refused.map((text): [string, MarkKind] => [text, 'refused']),
    ...candidates.map((text): [string, MarkKind] => [text, 'candidate']),
    ...answer.map((text): [string, MarkKind] => [text, 'answer']),
  ];
}
