import { declareAlone } from './declare-alone.ts';
import { isBlank } from './is-blank.ts';
import type { Check } from './remedy.ts';

/** Questions whose text is blank, which go, and blank answers, which go out of their question. What is confirmed stays. */
export const blankTexts: Check = (stored) =>
  stored.flatMap(({ id, record }) => {
    const kept = record.answers.filter(
      ({ standing, text }) => standing === 'confirmed' || !(isBlank(record.question) || isBlank(text)),
    );
    const isSound = kept.length === record.answers.length && !(isBlank(record.question) && kept.length === 0);
    if (isSound) return [];
    return [
      kept.length === 0
        ? { ids: [id], subject: record, put: [], remove: [id] }
        : { ids: [id], subject: record, put: [{ ...record, answers: declareAlone(kept) }], remove: [] },
    ];
  });
