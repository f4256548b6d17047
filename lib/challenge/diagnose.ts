import type { Advice } from './advice.ts';
import { localeName } from './locale-name.ts';
import { SAME_LOGIN_MS } from './login.ts';

/** One thing that explains what was done with a question, or why nothing was; it names no question and no answer. */
export interface Finding {
  code: FindingCode;
  /** How often, where that is part of it. */
  count: number | null;
}

export const FINDING_CODES = [
  'noQuestion',
  'found',
  'notFound',
  'closed',
  'noReply',
  'movedOn',
  'replyAccepted',
  'replyRefused',
  'replyBlocked',
  'replyExpired',
  'replyOutdated',
  'replyUnclear',
  'kept',
  'notKept',
  'keptLater',
  'asksToKeep',
  'refusalKept',
  'refusalNotKept',
  'refusalKeptLater',
  'answerConfirmed',
  'answerDeclared',
  'several',
  'otherSpelling',
  'otherAnswerSpelling',
  'schoolYear',
  'accountUnknown',
  'notOffered',
  'unknown',
  'never',
  'silent',
  'locked',
  'notSetUp',
  'unavailable',
  'highlightOnly',
  'suspended',
  'askedEveryLogin',
  'privateStorage',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

/** What is looked at; all of it is known to the background. */
export interface Circumstances {
  /** The tab's last question; null when its page asked none. `trouble` is an outcome that went before its present step. */
  last: {
    advice: Advice;
    step: string;
    trouble: { kind: string } | null;
    account: string | null;
    mode: string;
    /** What was done with the outcome. */
    remembered: boolean;
    waits: boolean;
    asks: boolean;
  } | null;
  /** Automatic sending is suspended. */
  suspended: boolean;
  /** The browser refuses the database. */
  isMirrored: boolean;
  /** When answers were accepted in this browser for this account, in milliseconds since the epoch. */
  acceptedAt: readonly number[];
  now: number;
}

/** A login here asks for no answer while the site keeps its proof of device: three that did say it does not. */
const OFTEN = 3;
/** The time that they are counted over, in milliseconds: thirty days. */
const LATELY = 30 * 24 * 3_600_000;

const STEPS: Readonly<Record<string, FindingCode>> = {
  marked: 'found',
  selected: 'found',
  sent: 'found',
  'not-found': 'notFound',
  ended: 'closed',
  'no-reply': 'noReply',
  'moved-on': 'movedOn',
  accepted: 'replyAccepted',
  refused: 'replyRefused',
  blocked: 'replyBlocked',
  expired: 'replyExpired',
  outdated: 'replyOutdated',
  unclear: 'replyUnclear',
};

/**
 * What explains how the last question of a tab went, the page first, then the answer, then what stands around it. Once the
 * outcome is known, what became of it stands in the place of the advice, which was from before.
 */
export function diagnose({ last, suspended, isMirrored, acceptedAt, now }: Circumstances): Finding[] {
  const often = countLogins(acceptedAt.filter((at) => at <= now && now - at < LATELY));
  const codes: (FindingCode | undefined)[] = last
    ? [
        last.trouble && last.trouble.kind !== last.step ? STEPS[last.trouble.kind] : undefined,
        STEPS[last.step],
        ...aboutAnswer(last),
        last.mode === 'automatic' && suspended ? 'suspended' : undefined,
      ]
    : ['noQuestion'];
  const findings = codes.flatMap((code): Finding[] => (code ? [{ code, count: null }] : []));
  if (often >= OFTEN) findings.push({ code: 'askedEveryLogin', count: often });
  if (isMirrored) findings.push({ code: 'privateStorage', count: null });
  return findings;
}

function aboutAnswer(last: NonNullable<Circumstances['last']>): (FindingCode | undefined)[] {
  const lesson = lessonOf(last);
  if (lesson) return [lesson];
  const { advice, account, mode } = last;
  return [
    adviceFinding(advice),
    account === null && advice.kind !== 'candidates' ? 'accountUnknown' : undefined,
    mode === 'highlight' && advice.kind === 'answer' ? 'highlightOnly' : undefined,
  ];
}

/** What was kept of an outcome; null while there is none that anything is learned from. */
export function lessonOf({
  step,
  trouble,
  remembered,
  waits,
  asks,
}: Omit<NonNullable<Circumstances['last']>, 'advice' | 'account' | 'mode'>) {
  if (asks) return 'asksToKeep';
  const isAnswered = step === 'accepted' || step === 'moved-on';
  const isRefused = !isAnswered && (trouble?.kind === 'refused' || trouble?.kind === 'blocked');
  if (waits) return isRefused ? 'refusalKeptLater' : 'keptLater';
  if (remembered) return isRefused ? 'refusalKept' : 'kept';
  if (isAnswered) return 'notKept';
  return step === 'refused' || step === 'blocked' ? 'refusalNotKept' : null;
}

/** A login may ask several questions, one soon after the other. */
function countLogins(answeredAt: readonly number[]): number {
  const times = answeredAt.toSorted((one, other) => one - other);
  return times.filter((at, place) => at - (times[place - 1] ?? -Infinity) >= SAME_LOGIN_MS).length;
}

/** What an advice says to its owner outside the page. */
export function adviceFinding(advice: Advice) {
  if (advice.kind === 'answer') return advice.confirmed ? 'answerConfirmed' : 'answerDeclared';
  return advice.kind === 'candidates' ? localeName(advice.doubt) : localeName(advice.kind);
}
