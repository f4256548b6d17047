import type { Challenge } from '../challenge/challenge.ts';
import type { OutcomeReport } from '../messages.ts';
import { makeChooser, type Progress } from './choose.ts';
import { countDown } from './countdown.ts';
import { documentOf, isThere, treesOf } from './dom.ts';
import { endOfOptions, type LocatedChallenge, locateChallenge } from './locate.ts';
import { markOption, marksOf, unmarkAll } from './mark.ts';
import { type ShownNote, showNote } from './note.ts';
import type { Option } from './options.ts';
import { makePatience } from './patience.ts';
import { send } from './send.ts';
import type { Conditions, FollowedChallenge, Surroundings } from './surroundings.ts';
import { isRendered } from './visible.ts';
import { watchTrees } from './watch-trees.ts';
import { type NoteKey, noteKey } from './words.ts';

/** While question or answer are not to be seen yet they are looked for this often, in milliseconds. */
const POLL_EVERY = 100;
/** A page that re-creates its options loses the choice; made again this often at most, it cannot become a tug-of-war. */
const MAX_CHOICES = 5;
/**
 * Marks and notes that a page takes away are made again this often between two looks of the clock's; one that does so at
 * once, each time, waits for the clock from then on.
 */
const MAX_REMADE = 10;
/** Its owner has this long to object, in seconds. */
const COUNTDOWN = 2;

/**
 * Follows one challenge from first sight until it leaves the page: asks for advice, marks what the page shows, and
 * chooses at most what the advice names where its owner has touched nothing; in the automatic mode it is sent too, after
 * a countdown. It watches the page no longer than that.
 */
export function followChallenge(
  challenge: Challenge,
  { mayChoose, isHeld, lastWord, claimSending, onEnded, source }: Conditions,
  around: Surroundings,
): FollowedChallenge {
  const { document, background, words } = around;
  const life = new AbortController();
  let located: LocatedChallenge | null = null;
  let said: OutcomeReport['kind'] | null = null;
  let choices = 0;
  /** The option that was chosen here, as long as it is. */
  let selected: Option | null = null;
  // Where nobody hears the outcome, an answer whose choice is gone may have been sent, and be wrong.
  const mostChoices = source === 'page' ? 1 : MAX_CHOICES;
  let touched = isHeld;
  /** An option is being chosen by a script's click, and not by its owner. */
  let isChoosing = false;
  /** The owner has asked for the choice by themselves. */
  let isAsked = false;
  /** What showed the answer at the last look. */
  let seen: HTMLElement | null = null;
  /** What came of choosing at the last look; null where nothing was to be chosen. */
  let progress: Progress | null = null;
  /** What the advice marks was marked once. */
  let isMarked = false;
  /** How often marks or note were made. */
  let remade = 0;
  let dismissed = false;
  let note: ShownNote | null = null;
  let lastChosen: string | null = null;
  let isQuiet = source === 'page';
  let sending: 'no' | 'counting' | 'sent' | 'cancelled' = 'no';
  let look = () => {};

  /**
   * On a page that cannot be read nothing is done, and nothing is thrown at it; nor where the extension has gone, and its
   * words with it.
   */
  const safely = (work: () => void) => {
    try {
      work();
    } catch {
      abandon();
    }
  };
  const say = (kind: 'marked' | 'selected' | 'sent' | 'not-found' | 'ended') => {
    if (kind !== said) background.outcome({ kind }).catch(abandon);
    said = kind;
  };
  const tell = (...keys: (NoteKey | null)[]) => {
    if (dismissed || isQuiet) return;
    const told = {
      title: words('page.noteTitle'),
      close: words('page.close'),
      text: keys.flatMap((key) => (key ? [words(key)] : [])).join(' '),
      // Any click cancels; the button is there to say so.
      actions: sending === 'counting' ? [{ label: words('page.action.cancel'), press: () => {} }] : [],
    };
    const before = note;
    note = showNote(document, told, located ? endOfOptions(located) : null, () => {
      dismissed = true;
    });
    if (note === before) return;
    remade += 1;
    before?.hide(); // in the other place
  };
  const noteChoice = () => {
    for (const [proposition, option] of located?.options ?? [])
      if (option.isChosen()) lastChosen = proposition;
  };
  let choose = makeChooser();
  const chooseIt = (answer: Option) => {
    isChoosing = true;
    try {
      progress = choose(answer);
      if (progress === 'chosen') choices += 1;
    } finally {
      isChoosing = false;
    }
  };
  const hearIfThere = makePatience(
    lastWord !== null,
    {
      onLate: () =>
        safely(() => {
          say('not-found');
          tell(lastWord ?? 'page.note.notFound');
        }),
      onEnded: () => {
        say('ended');
        abandon();
      },
      onGivenUp: abandon,
    },
    life.signal,
  );
  const watch = watchTrees(
    {
      // Until there is advice nothing looks for the question but the owner's own hand.
      located: () => located ?? locateChallenge(document, challenge),
      isOurs: () => isChoosing,
      onMutation: () => {
        if (remade < MAX_REMADE) look();
      },
      onTouch: hold,
      onChoice: noteChoice,
    },
    life.signal,
  );
  const start = async () => {
    const advising = background.advice({ ...challenge, account: around.identifier(), source });
    watch(treesOf(document));
    const { advice, mode, suspended } = await advising;
    if (life.signal.aborted) return;
    isQuiet = source === 'page' && !('candidates' in advice) && advice.kind !== 'not-offered';
    const mayActHere = mayChoose && mode !== 'highlight';
    const isSuspended = mode === 'automatic' && suspended && advice.kind === 'answer';
    const answerOf = (found: LocatedChallenge | null) =>
      advice.kind === 'answer' ? found?.options.get(advice.proposition) : undefined;

    const trySending = () => {
      located = locateChallenge(document, challenge);
      const answer = answerOf(located);
      const isSent = located !== null && answer !== undefined && !touched && send(located, answer);
      sending = isSent ? 'sent' : 'cancelled';
      if (isSent) say('sent');
      look();
    };
    const beginSending = (found: LocatedChallenge) => {
      sending = 'counting';
      countDown(COUNTDOWN, [document, documentOf(found.scope)], life.signal, {
        onTick: (left) =>
          safely(() => {
            tell(lastWord, 'page.note.sending');
            note?.count(left);
          }),
        onDone: () => safely(trySending),
        onCancel: () => {
          sending = 'cancelled';
          look();
        },
      });
    };
    const marks = marksOf(advice);
    const mark = (found: LocatedChallenge) => {
      let hasAdded = false;
      for (const [proposition, kind] of marks) {
        const option = found.options.get(proposition);
        if (option && markOption(option, kind, words(`page.${kind}`))) hasAdded = true;
      }
      return hasAdded;
    };
    const follow = () => {
      const trees = treesOf(document);
      watch(trees);
      if (!isMarked && marks.length > 0) {
        // So the browser lays the page out once, with the marks in it. It tells of them before it draws, and what is to
        // be seen is looked at then.
        located = locateChallenge(document, challenge, trees, isRendered);
        isMarked = located !== null;
        seen ??= answerOf(located)?.label ?? null;
        if (located && mark(located)) return;
      }
      located = locateChallenge(document, challenge, trees);
      hearIfThere(located !== null);
      if (!located) {
        // What is there now may be another question with the same options.
        if (isMarked) unmarkAll(document);
        if (said !== 'not-found') note?.hide();
        return;
      }
      noteChoice();
      seen ??= answerOf(located)?.label ?? null;
      if (mark(located)) {
        // The page may answer to the marks, so all is read again before more is done. The first time it hears of them
        // before we do, as of any change; a page that undoes them again and again is not waited for.
        remade += 1;
        if (!isMarked) {
          isMarked = true;
          return;
        }
        located = locateChallenge(document, challenge, trees);
        if (!located) return;
      }
      const answer = answerOf(located);
      // Another choice than ours, once ours was made, is its owner's, whatever they made it by; and so is one that was
      // there before anybody looked. Not what keys choose on their way to ours.
      const last = located.options.get(lastChosen ?? '');
      const isOverruled = last !== answer && last?.isChosen() && progress !== 'trying';
      if (isOverruled && (choices > 0 || (source === 'page' && !isAsked))) touched = true;
      progress = null;
      // Where the same nodes come to say something else, their texts are not to be relied on.
      if (answer && seen && seen !== answer.label && isThere(seen)) touched = true;
      seen = answer?.label ?? null;
      if (answer && (mayActHere || isAsked) && !touched && choices < mostChoices) {
        chooseIt(answer);
        // What came of it, and be it on nodes that are made anew, is for the next look.
        if (progress === 'trying' || !isThere(answer.label)) return;
      }
      const isSelected = choices > 0 && answer?.isChosen() === true;
      selected = isSelected ? answer : null;
      if (sending !== 'sent') say(isSelected ? 'selected' : 'marked');
      const isReady = isSelected || (answer !== undefined && !answer.choose);
      if (sending === 'no' && mode === 'automatic' && mayActHere && isReady && !touched && !isAsked) {
        if (claimSending(advice, suspended)) beginSending(located);
      }
      if (sending === 'counting') return;
      if (sending === 'sent') tell('page.note.sent');
      else if (sending === 'cancelled') tell(lastWord, 'page.note.sendCancelled');
      else tell(lastWord, noteKey(advice, isSelected), isSuspended ? 'page.note.suspended' : null);
    };
    look = () => safely(follow);
    // A dialog that fades in, or is shown by a class, changes no node when it has come to be seen; nor does a frame that
    // loads anew tell.
    const polling = setInterval(() => {
      // Nor does a choice that is undone where it was made, and what undid it is not to be fought.
      const isUndone = selected !== null && isThere(selected.label) && !selected.isChosen();
      if (isUndone) hold();
      const isBehind = remade >= MAX_REMADE;
      if (!isBehind) remade = 0;
      const isWaiting = progress === 'waiting' || progress === 'trying';
      if (isUndone || isBehind || !located || isWaiting || !isThere(located.scope)) look();
    }, POLL_EVERY);
    life.signal.addEventListener('abort', () => clearInterval(polling));
    look();
  };
  function hold(): void {
    touched = true;
  }
  function leave(): void {
    life.abort();
    unmarkAll(document);
    note?.hide();
  }
  function abandon(): void {
    if (life.signal.aborted) return;
    leave();
    // What came of an answer is said whatever becomes of the question.
    if (lastWord ? !dismissed : said === 'ended') onEnded();
  }

  start().catch(abandon);
  return {
    challenge,
    leave,
    hold,
    wasSent: () => sending === 'sent',
    chosen: () => lastChosen,
    isHeld: () => touched,
    chooseNow: () => {
      isAsked = true;
      touched = false;
      choices = 0;
      choose = makeChooser();
      look();
    },
  };
}
