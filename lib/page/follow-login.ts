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

  const follow = (challenge: FollowedChallenge['challenge']) => {
    followed?.leave();
    followed = followChallenge(challenge, !refused.has(challenge.question), around);
  };
  const conclude = (key: NoteKey) => {
    const note = {
      title: words('page.noteTitle'),
      close: words('page.close'),
      text: words(key),
    };
    setTimeout(showNote(document, note, null), OUTCOME_SHOWN);
  };
  const settle = async ({ accepted, code, proposition }: Extract<ProbeReport, { kind: 'outcome' }>) => {
    const answered = followed;
    if (!answered || proposition === null || !answered.challenge.propositions.includes(proposition)) return;
    if (accepted) {
      followed = null;
      answered.leave();
      refused.clear();
    } else {
      refused.add(answered.challenge.question);
    }
    const { remembered } = await background.outcome({
      kind: accepted ? 'accepted' : 'refused',
      proposition,
      code,
    });
    if (accepted) conclude(remembered ? 'page.note.accepted' : 'page.note.acceptedNotRemembered');
    // The same dialog may stay, or the page may ask anew: until it does, the one that is there is shown as refused.
    else if (followed === answered) follow(answered.challenge);
    if (!accepted) conclude('page.note.refused');
  };
  const onReport = (event: Event) => {
    const report = event instanceof CustomEvent ? parseReport(event.detail) : null;
    if (report?.kind === 'challenge')
      follow({ question: report.question, propositions: report.propositions });
    if (report?.kind === 'outcome') settle(report).catch(() => followed?.leave());
  };

  page.addEventListener(REPORT_EVENT, onReport, { signal });
  signal.addEventListener('abort', () => followed?.leave());
  page.dispatchEvent(new CustomEvent(READY_EVENT));
}
