import type { Challenge } from '../challenge/challenge.ts';
import { type LoginState, maySend, NEW_LOGIN } from '../challenge/login.ts';
import { isRefusal, loginOutcomeOf, outcomeOf } from '../challenge/outcome.ts';
import type { Decision, Remembering } from '../messages.ts';
import { followChallenge } from './follow-challenge.ts';
import { onLoginStart } from './login-start.ts';
import { showNote } from './note.ts';
import { type ProbeReport, parseReport, READY_EVENT, REPORT_EVENT } from './report.ts';
import type { FollowedChallenge, Surroundings } from './surroundings.ts';
import { watchPage } from './watch-page.ts';
import { type NoteKey, outcomeKey } from './words.ts';

/** How long the last word on an outcome stays in its corner, in milliseconds, when it is not closed before. */
const OUTCOME_SHOWN = 12_000;

/** What the owner is offered with "remember this answer?". */
const DECISIONS: readonly Decision[] = ['save', 'later', 'never'];

/**
 * Follows each login of this page through its challenges and their outcomes, as the probe reports them, until `signal`.
 * Between challenges it only listens.
 */
export function followLogin(page: Window, around: Surroundings, signal: AbortSignal): void {
  const { document, background, words } = around;
  let followed: FollowedChallenge | null = null;
  let login: LoginState | null = null;
  /** Whether an answer was accepted since the login form was sent. */
  let isAnswered = false;
  /** Whether the login came to nothing, after an accepted answer or by a block. */
  let hasFailed = false;
  /** Questions answered wrongly since the last answer that was accepted. */
  const refused = new Set<string>();
  /** What is said of the last answer that was not accepted, as long as it is the last word. */
  let lastWord: NoteKey | null = null;

  /** Takes the last word on an outcome away. */
  let hideConclusion = () => {};

  /** Ends the watch over the page's own text. */
  let unwatch = new AbortController();
  /** The challenge that is followed was read from the page, since no call told of it. */
  let isReadFromPage = false;
  /** The number of the last question that the page was given, as the probe counts them. */
  let asked = 0;
  /** Who signs in, as it stood in the form when that was sent. */
  let typed: string | null = null;
  /** The last reply to the login that was sent said that a question comes. */
  let isAsked = false;

  /** Nothing of this is of use before a login, and a page without any need not pay for it. */
  let isHearing = false;
  const hearBackground = () => {
    if (isHearing) return;
    isHearing = true;
    ifThere(() => {
      around.onAskAgain(() => {
        if (followed) follow(followed.challenge);
      });
      around.onChoose(() => followed?.chooseNow());
    });
  };

  const follow = (
    challenge: FollowedChallenge['challenge'],
    mayChoose = !refused.has(challenge.question),
  ) => {
    hearBackground();
    const isHeld = followed?.challenge === challenge && followed.isHeld();
    followed?.leave();
    hideConclusion();
    followed = followChallenge(
      challenge,
      {
        mayChoose,
        isHeld,
        lastWord,
        claimSending: (advice, suspended) => {
          const isAllowed = !isReadFromPage && maySend(advice, login, suspended);
          if (isAllowed) login = { sent: true };
          return isAllowed;
        },
        onEnded: () => {
          if (!isReadFromPage)
            ifThere(() => conclude(lastWord ?? 'page.note.ended', { stays: lastWord !== null }));
        },
        source: isReadFromPage ? 'page' : 'probe',
      },
      { ...around, identifier },
    );
  };
  /** Null where the form says another by now: nobody knows then whose question it is. */
  const identifier = () => {
    const now = around.identifier();
    return login && typed !== now ? null : now;
  };
  const conclude = (key: NoteKey, { stays = false, asks = false } = {}) => {
    hideConclusion();
    const actions = DECISIONS.map((decision) => ({
      label: words(`page.action.${decision}`),
      press: () => decide(decision).catch(() => ifThere(() => conclude('page.note.later'))),
    }));
    const note = {
      title: words('page.noteTitle'),
      close: words('page.close'),
      text: words(key),
      actions: asks ? actions : [],
    };
    hideConclusion = showNote(document, note, null).hide;
    if (!stays && !asks) setTimeout(hideConclusion, OUTCOME_SHOWN);
  };
  const decide = async (decision: Decision) => {
    const kept = await background.outcome({ kind: 'decided', decision });
    if (decision === 'save') conclude(outcomeKey('accepted', kept));
    else conclude(decision === 'never' ? 'page.note.neverAgain' : 'page.note.later');
  };
  /** Says what came of an answer that was not accepted, with the question where it stays on the page. */
  const warn = (key: NoteKey, { question }: Challenge) => {
    lastWord = key;
    // Whether the same dialog stayed or the page asked anew meanwhile: its advice has to know of the outcome.
    if (followed) follow(followed.challenge, followed.challenge.question === question ? false : undefined);
  };
  const settle = async (report: Extract<ProbeReport, { kind: 'outcome' }>) => {
    const { code, of, accepted } = report;
    const answered = followed;
    if (!answered || (!isReadFromPage && of !== asked)) return;
    // What was chosen on the page may be what was refused, but nothing is confirmed on a supposition.
    const proposition = report.proposition ?? (accepted ? null : answered.chosen());
    if (proposition === null) return;
    const { question, propositions } = answered.challenge;
    if (!propositions.includes(proposition)) return;
    const kind = outcomeOf(report);
    if (kind === 'accepted') {
      followed = null;
      answered.leave();
      refused.clear();
      lastWord = null;
      isAnswered = true;
    } else {
      answered.hold();
      if (isRefusal(kind)) refused.add(question);
      lastWord = outcomeKey(kind, NOTHING);
    }
    // Where it cannot be kept, what came of the answer is said all the same.
    const remembering = await background
      .outcome({ kind, question, proposition, code, byHand: !answered.wasSent() })
      .catch(() => NOTHING);
    const key = outcomeKey(kind, remembering);
    if (kind !== 'accepted') warn(key, answered.challenge);
    // That the login failed all the same is the later word.
    else if (!hasFailed) conclude(key, { asks: remembering.asks });
  };
  const fail = async () => {
    const answered = followed?.challenge;
    if (!answered) return;
    await background.outcome({ kind: 'no-reply' }).catch(() => NOTHING);
    warn('page.note.noReply', answered);
  };
  /** What is not heard can be read: the page's own text is enough to mark, and to choose what it offers letter for letter. */
  const watch = () => {
    const asked = new Set<string>();
    unwatch.abort();
    unwatch = new AbortController();
    watchPage(page, AbortSignal.any([signal, unwatch.signal]), {
      onChallenge: (challenge) => {
        isReadFromPage = true;
        // Nobody heard why the same question is asked again: it may well be for a wrong answer.
        follow(challenge, !asked.has(challenge.question));
        asked.add(challenge.question);
      },
      onMovedOn: () => void moveOn().catch(() => followed?.leave()),
    });
  };
  /** No question comes with this login, so whatever the page asks is another thing. */
  const stopReading = () => {
    unwatch.abort();
    if (!isReadFromPage) return;
    followed?.leave();
    followed = null;
  };
  const moveOn = async () => {
    const proposition = isReadFromPage ? followed?.chosen() : null;
    // Nor is it what was answered where an answer came to nothing, or EcoleDirecte still waits for one.
    if (!proposition || !followed || lastWord || isAsked) return;
    const { question } = followed.challenge;
    followed.leave();
    followed = null;
    const { remembered, waits, asks } = await background.outcome({ kind: 'moved-on', question, proposition });
    if (asks) conclude('page.note.movedOnAsks', { asks });
    else if (remembered || waits) conclude('page.note.movedOn');
  };
  const settleLogin = ({ code, totp }: Extract<ProbeReport, { kind: 'login' }>) => {
    const outcome = loginOutcomeOf(code);
    const isIn = outcome === 'in';
    if (totp || (isIn && !isAsked)) stopReading();
    isAsked = outcome === 'asked';
    if (isIn) login = null;
    hasFailed = !isIn && !isAsked && (isAnswered || outcome === 'blocked');
    if (outcome === 'blocked') conclude('page.note.loginBlocked', { stays: true });
    // Before any question the page itself says what is wrong, and it is none of ours.
    else if (hasFailed) conclude('page.note.loginFailed');
  };
  /**
   * Asks early for what the browser makes at its first use, while the page waits (all words at the first of them: 15 ms in
   * Chromium 156). While a reply is on its way nobody sees that; where a question is drawn it would be a frame late.
   */
  const prepare = () => {
    ifThere(() => words('page.noteTitle'));
    hearBackground();
  };
  const onReport = (event: Event) => {
    const report = event instanceof CustomEvent ? parseReport(event.detail) : null;
    if (report?.kind === 'challenge' && report.of >= asked) {
      asked = report.of;
      unwatch.abort();
      isReadFromPage = false;
      follow({ question: report.question, propositions: report.propositions });
      prepare(); // for a page that asks without a login; the advice is on its way
    }
    if (report?.kind === 'outcome') settle(report).catch(() => followed?.leave());
    if (report?.kind === 'failed') fail().catch(() => followed?.leave());
    if (report?.kind === 'login') {
      ifThere(() => settleLogin(report));
      setTimeout(prepare);
    }
  };

  onLoginStart(
    document,
    () => {
      login = NEW_LOGIN;
      const before = typed;
      typed = around.identifier();
      if (typed !== before) refused.clear();
      lastWord = null;
      isAnswered = false;
      hasFailed = false;
      isAsked = false;
      watch();
      ifThere(around.wake);
      setTimeout(prepare);
    },
    signal,
  );
  page.addEventListener(REPORT_EVENT, onReport, { signal });
  signal.addEventListener('abort', () => followed?.leave());
  page.dispatchEvent(new CustomEvent(READY_EVENT));
}

/** A script that an update left behind reaches none of the extension's interfaces: then there is nothing to hear or to say. */
function ifThere(work: () => void): void {
  try {
    work();
  } catch {
    // the background's silence ends what was begun
  }
}

const NOTHING: Remembering = { remembered: false, waits: false, asks: false };
