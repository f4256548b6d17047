import type { QuestionRecord } from '../challenge/answer.ts';
import type { QuestionSummary } from '../messages.ts';

/** A remembered question as the list has it: without the texts of its answers. */
export function summaryOf(id: string, record: QuestionRecord): QuestionSummary {
  const { account, question, answers, addedAt, position, never } = record;
  const usable = answers.filter(({ standing }) => standing !== 'refused');
  const confirmed = usable.filter(({ standing }) => standing === 'confirmed');
  return {
    id,
    account,
    question,
    standings: answers.map(({ standing }) => standing),
    never: never === true,
    addedAt,
    position,
    confirmedAt: latest(confirmed.map(({ confirmedAt }) => confirmedAt)),
    usedAt: latest(answers.map(({ usedAt }) => usedAt)),
    knownAt: latest(usable.map((answer) => answer.confirmedAt ?? answer.addedAt)) ?? addedAt,
  };
}

/** The latest of some times; null where there is none. */
function latest(times: readonly (number | undefined)[]): number | null {
  return times.reduce<number | null>(
    (last, time) => (time === undefined || (last !== null && last > time) ? last : time),
    null,
  );
}
