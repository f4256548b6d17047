import type { Answer, Standing } from '../lib/challenge/answer.ts';
import { dateWords } from './date-words.ts';
import { i18n } from './i18n.ts';

const ORIGINS = {
  confirmed: 'answer.origin.confirmed',
  declared: 'answer.origin.declared',
  unverified: 'answer.origin.unverified',
  refused: 'answer.origin.refused',
} as const satisfies Record<Standing, string>;

/** Where an answer comes from, and when it was first seen, confirmed, used, refused. */
export function AnswerDetails({ answer }: { answer: Answer }) {
  const { standing, addedAt, confirmedAt, usedAt, refusedAt } = answer;
  const times = [
    { label: i18n.t('answer.added'), time: addedAt },
    { label: i18n.t('answer.confirmed'), time: confirmedAt },
    { label: i18n.t('answer.used'), time: usedAt },
    { label: i18n.t('answer.refused'), time: refusedAt },
  ];
  return (
    <details class="answer-details">
      <summary>{i18n.t('answer.details')}</summary>
      <dl>
        <div>
          <dt>{i18n.t('answer.origin.label')}</dt>
          <dd>{i18n.t(ORIGINS[standing])}</dd>
        </div>
        {times.map(
          ({ label, time }) =>
            time !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <time dateTime={new Date(time).toISOString()}>{dateWords(time)}</time>
                </dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
