import type { Entry, Sort } from './arrange.ts';
import { DataText } from './data-text.tsx';
import { dayWords } from './date-words.ts';
import { i18n } from './i18n.ts';
import { StatusChip } from './status-chip.tsx';

interface Props {
  entry: Entry;
  by: Sort;
  /** Its answers are not shown, which the dots say. */
  isMasked: boolean;
}

/** How a question stands, for whom, with how many answers, and the day that it is sorted by. */
export function RowFacts({ entry: { question, status }, by, isMasked }: Props) {
  const { standings, account } = question;
  const day = dayOf(question, by);
  return (
    <p class="row-facts">
      {isMasked && (
        <span class="mask" aria-hidden="true">
          ••••••
        </span>
      )}
      <StatusChip status={status} />
      {standings.length > 1 && <span>{i18n.t('list.answers', standings.length)}</span>}
      {account !== null && <DataText class="account" text={account} />}
      {day !== null && <span>{day}</span>}
    </p>
  );
}

function dayOf({ addedAt, confirmedAt, usedAt }: Entry['question'], by: Sort): string | null {
  switch (by) {
    case 'newest':
      return i18n.t('list.day.added', [dayWords(addedAt)]);
    case 'confirmed':
      return confirmedAt === undefined
        ? i18n.t('list.day.neverConfirmed')
        : i18n.t('list.day.confirmed', [dayWords(confirmedAt)]);
    case 'used':
      return usedAt === undefined
        ? i18n.t('list.day.neverUsed')
        : i18n.t('list.day.used', [dayWords(usedAt)]);
    default:
      return null;
  }
}
