import { type FollowedChallenge, followChallenge, type Surroundings } from './follow-challenge.ts';
import { showNote } from './note.ts';
import { type ProbeReport, parseReport, READY_EVENT, REPORT_EVENT } from './report.ts';
import type { NoteKey } from './words.ts';

/** How long the last word on an outcome stays in its corner, in milliseconds, when it is not closed before. */
const OUTCOME_SHOWN = 12_000;

/**
 * Follows each login of this page through its challenges and their outcomes, as the probe reports them, until `signal`.
 * Between challenges it only listens.
 */
export function followLogin(page: Window, around: Surroundings, signal: AbortSignal): void {
  const { document, background, words } = around;
  let followed: FollowedChallenge | null = null;
  /** Questions answered wrongly since the last answer that was accepted. */
  const refused = new Set<string>();
  /** What is said of the last refusal, as long as it is the last word. */
  let refusal: NoteKey | null = null;

  /** Takes the last word on an outcome away. */
  let hideConclusion = () => {};

  const follow = (challenge: FollowedChallenge['challenge']) => {
    followed?.leave();
    hideConclusion();
    followed = followChallenge(challenge, { mayChoose: !refused.has(challenge.question), refusal }, around);
  };
  const conclude = (key: NoteKey) => {
    const note = { title: words('page.noteTitle'), close: words('page.close'), text: words(key) };
    hideConclusion = showNote(document, note, null);
    setTimeout(hideConclusion, OUTCOME_SHOWN);
  };
  const settle = async ({ accepted, code, proposition }: Extract<ProbeReport, { kind: 'outcome' }>) => {
    const answered = followed;
    if (!answered || proposition === null || !answered.challenge.propositions.includes(proposition)) return;
    if (accepted) {
      followed = null;
      answered.leave();
      refused.clear();
      refusal = null;
    } else {
      refused.add(answered.challenge.question);
      refusal = 'page.note.refusedNotRemembered';
    }
    const kind = accepted ? 'accepted' : 'refused';
    const { remembered, waits } = await background.outcome({ kind, proposition, code });
    if (accepted) {
      const kept = waits ? 'page.note.acceptedWaits' : 'page.note.acceptedNotRemembered';
      conclude(remembered ? 'page.note.accepted' : kept);
    } else if (followed) {
      // Whether the same dialog stayed or the page asked anew meanwhile: its advice has to know of the refusal.
      refusal = remembered ? 'page.note.refused' : 'page.note.refusedNotRemembered';
      follow(followed.challenge);
    }
  };
  const onReport = (event: Event) => {
    const report = event instanceof CustomEvent ? parseReport(event.detail) : null;
    if (report?.kind === 'challenge')
      follow({ question: report.question, propositions: report.propositions });
    if (report?.kind === 'outcome') settle(report).catch(() => followed?.leave());
  };

  around.onAskAgain(() => {
    if (followed) follow(followed.challenge);
  });
  page.addEventListener(REPORT_EVENT, onReport, { signal });
  signal.addEventListener('abort', () => followed?.leave());
  page.dispatchEvent(new CustomEvent(READY_EVENT));
}
