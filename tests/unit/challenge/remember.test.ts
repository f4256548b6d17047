import { describe, expect, it } from 'vitest';
import type { QuestionRecord } from '../../../lib/challenge/answer.ts';
import { confirm, declare, refuse, silence, suppose } from '../../../lib/challenge/remember.ts';

const subject = { account: 'marie', question: 'Quelle est votre classe ?' };

describe('remembering', () => {
  it('puts what was accepted last, confirmed, and keeps the others as they were', () => {
    const before = declare(null, subject, ['5A', '4A'], 10);
    const after = confirm(before, subject, '5A', 20);
    expect(after.answers).toEqual([
      { text: '4A', standing: 'declared', addedAt: 10 },
      { text: '5A', standing: 'confirmed', addedAt: 10, confirmedAt: 20, usedAt: 20 },
    ]);
  });

  it('keeps a refused answer, marked, and never as the last one', () => {
    const after = refuse(declare(null, subject, ['5A'], 10), subject, '3A', 20);
    expect(after.answers.map(({ text, standing }) => [text, standing])).toEqual([
      ['3A', 'refused'],
      ['5A', 'declared'],
    ]);
  });

  it('forgets a refusal once EcoleDirecte accepts the same answer', () => {
    const after = confirm(refuse(null, subject, '5A', 10), subject, '5A', 20);
    expect(after.answers).toEqual([
      { text: '5A', standing: 'confirmed', addedAt: 10, confirmedAt: 20, usedAt: 20 },
    ]);
  });

  it('keeps a refusal that came after the acceptance', () => {
    const refused = refuse(null, subject, '5A', 20);
    expect(confirm(refused, subject, '5A', 10)).toEqual(refused);
  });

  it('keeps what is known of an answer that its owner leaves in the list', () => {
    const confirmed = confirm(null, subject, '5A', 10);
    const after = declare(confirmed, subject, ['4A', '5A', '4A'], 20);
    expect(after.answers).toEqual([
      { text: '4A', standing: 'declared', addedAt: 20 },
      { text: '5A', standing: 'confirmed', addedAt: 10, confirmedAt: 10, usedAt: 10 },
    ]);
  });

  it('declares the one of several unverified answers that its owner leaves', () => {
    const listed: QuestionRecord = {
      ...declare(null, subject, ['4A', '5A'], 10),
      answers: ['4A', '5A'].map((text) => ({ text, standing: 'unverified', addedAt: 10 })),
    };
    expect(declare(listed, subject, ['5A'], 20).answers).toEqual([
      { text: '5A', standing: 'declared', addedAt: 10 },
    ]);
    expect(declare(listed, subject, ['5A', '4A'], 20).answers.map(({ standing }) => standing)).toEqual([
      'unverified',
      'unverified',
    ]);
  });

  it('keeps a refusal through an edit that does not speak of it', () => {
    const refused = refuse(declare(null, subject, ['5A'], 10), subject, '3A', 20);
    expect(
      declare(refused, subject, ['4A'], 30).answers.map(({ text, standing }) => [text, standing]),
    ).toEqual([
      ['3A', 'refused'],
      ['4A', 'declared'],
    ]);
    expect(declare(refused, subject, ['3A'], 30).answers).toEqual([
      { text: '3A', standing: 'declared', addedAt: 30 },
    ]);
  });

  it('takes what was chosen, while nobody heard the reply, as no more than typed by its owner', () => {
    expect(suppose(null, subject, '5A', 10).answers).toEqual([
      { text: '5A', standing: 'declared', addedAt: 10 },
    ]);
    expect(suppose(declare(null, subject, ['4A'], 10), subject, '5A', 20).answers).toEqual([
      { text: '4A', standing: 'declared', addedAt: 10 },
      { text: '5A', standing: 'declared', addedAt: 20 },
    ]);
  });

  it('learns of an answer that it knows nothing but its use, from that the page went on', () => {
    const confirmed = confirm(null, subject, '5A', 10);
    const [answer] = confirmed.answers;
    expect(suppose(confirmed, subject, '5A', 20)).toEqual({
      ...confirmed,
      answers: [{ ...answer, usedAt: 20 }],
    });
    const declared = declare(null, subject, ['5A', '4A'], 10);
    const [used, other] = declared.answers;
    expect(suppose(declared, subject, '5A', 20)).toEqual({
      ...declared,
      answers: [{ ...used, usedAt: 20 }, other],
    });
  });

  it('takes a refused answer that is chosen again as typed again, and ends that none is wanted', () => {
    const before = silence(refuse(null, subject, '5A', 10), subject, '', 15);
    const after = suppose(before, subject, '5A', 20);
    expect(after.answers).toEqual([{ text: '5A', standing: 'declared', addedAt: 20 }]);
    expect(after.never).toBeUndefined();
  });

  it('changes nothing in the record that it is given', () => {
    const before = Object.freeze({ ...declare(null, subject, ['5A'], 10) });
    const copy = structuredClone(before);
    confirm(before, subject, '4A', 20);
    refuse(before, subject, '5A', 20);
    suppose(before, subject, '4A', 20);
    expect(before).toEqual(copy);
  });
});
