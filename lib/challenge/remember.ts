import type { Answer, QuestionRecord } from './answer.ts';

/** Which question of which account a record is for; `account` null means "all accounts". */
export type Subject = Pick<QuestionRecord, 'account' | 'question'>;

/**
 * The record after EcoleDirecte accepted `text`: it is confirmed, and last. `before` is null when there was none. That its
 * owner wants no answer remembered ends with a new one, which they saved, and not with one that was there. What was refused
 * since, while this waited to be remembered, stays so.
 */
export function confirm(
  before: QuestionRecord | null,
  subject: Subject,
  text: string,
  now: number,
): QuestionRecord {
  const record = before ?? empty(subject, now);
  const known = record.answers.find((answer) => answer.text === text);
  if ((known?.refusedAt ?? 0) > now) return record;
  const { refusedAt: _, ...kept } = known ?? { text, addedAt: now };
  const confirmed: Answer = {
    ...kept,
    standing: 'confirmed',
    confirmedAt: now,
    usedAt: now,
  };
  return {
    ...(isKnown([record], text) ? record : allow(record)),
    answers: [...record.answers.filter((answer) => answer !== known), confirmed],
  };
}

/** The record after EcoleDirecte turned `text` down: it stays, marked, so that it is never proposed again. */
export function refuse(
  before: QuestionRecord | null,
  subject: Subject,
  text: string,
  now: number,
): QuestionRecord {
  const record = before ?? empty(subject, now);
  const known = record.answers.find((answer) => answer.text === text);
  const refused: Answer = {
    ...(known ?? { text, addedAt: now }),
    standing: 'refused',
    refusedAt: now,
  };
  const answers = known
    ? record.answers.map((answer) => (answer === known ? refused : answer))
    : [refused, ...record.answers];
  return { ...record, answers };
}

/**
 * The record with just these texts as usable answers, as its owner typed them, the preferred last. An answer that was
 * known keeps what is known of it, unless it is one of several unverified ones and stays alone: then it is `declared`, as
 * a refused answer typed again is. Refusals stay remembered otherwise.
 */
export function declare(
  before: QuestionRecord | null,
  subject: Subject,
  texts: readonly string[],
  now: number,
): QuestionRecord {
  const record = allow(before ?? empty(subject, now));
  const wanted = [...new Set(texts)];
  const answers = wanted.map((text): Answer => {
    const known = record.answers.find((answer) => answer.text === text);
    if (!known || known.standing === 'refused') return { text, standing: 'declared', addedAt: now };
    return wanted.length === 1 && known.standing === 'unverified'
      ? { ...known, standing: 'declared' }
      : known;
  });
  const refused = record.answers.filter(
    ({ standing, text }) => standing === 'refused' && !texts.includes(text),
  );
  return { ...record, ...subject, answers: [...refused, ...answers] };
}

/**
 * The record after its owner said which of several answers is the good one: that one is `declared`, and of the others only
 * the refused ones stay. Null where `text` is no usable answer of the record.
 */
export function settle(record: QuestionRecord, text: string): QuestionRecord | null {
  const chosen = record.answers.find((answer) => answer.text === text && answer.standing !== 'refused');
  if (!chosen) return null;
  const refused = record.answers.filter(({ standing }) => standing === 'refused');
  return { ...allow(record), answers: [...refused, { ...chosen, standing: 'declared' }] };
}

/**
 * The record after `text` was chosen and the page went on, while nobody heard what EcoleDirecte said: as good as typed by
 * its owner. What was known of it stays, and that it was used.
 */
export function suppose(
  before: QuestionRecord | null,
  subject: Subject,
  text: string,
  now: number,
): QuestionRecord {
  if (before && isKnown([before], text)) {
    const answers = before.answers.map((answer) =>
      answer.text === text ? { ...answer, usedAt: now } : answer,
    );
    return { ...before, answers };
  }
  const record = allow(before ?? empty(subject, now));
  const others = record.answers.filter((answer) => answer.text !== text);
  return { ...record, answers: [...others, { text, standing: 'declared', addedAt: now }] };
}

/** The record after its owner said that no answer to this question is to be remembered; what it holds stays. */
export function silence(
  before: QuestionRecord | null,
  subject: Subject,
  _text: string,
  now: number,
): QuestionRecord {
  return { ...(before ?? empty(subject, now)), never: true };
}

/** The record with these answers in place of its own: a usable one ends that its owner wants none remembered. */
export function withAnswers(record: QuestionRecord, answers: Answer[]): QuestionRecord {
  const isUsed = answers.some(({ standing }) => standing !== 'refused');
  return { ...(isUsed ? allow(record) : record), answers };
}

/** Whether an accepted answer adds nothing to what its owner has already given: then there is nothing to ask. */
export function isKnown(records: readonly QuestionRecord[], text: string): boolean {
  return records.some(({ answers }) =>
    answers.some((answer) => answer.text === text && answer.standing !== 'refused'),
  );
}

function allow({ never: _, ...record }: QuestionRecord): QuestionRecord {
  return record;
}

function empty(subject: Subject, now: number): QuestionRecord {
  return { ...subject, answers: [], addedAt: now, position: 0 };
}
