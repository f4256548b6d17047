import type { QuestionRecord } from '../challenge/answer.ts';
import type { QuestionSummary } from '../messages.ts';

/** A remembered question as the list has it: without the texts of its answers. */
export function summaryOf(id: string, record: QuestionRecord): QuestionSummary {
  const { account, question, answers, addedAt, position, never } = record;
  const usable = answers.filter(({ standing }) => standing !== 'refused');
  const confirmed = usable.filter(({ standing }) => standing === 'confirmed');
  const confirmedAt = latest(confirmed.map((answer) => answer.confirmedAt));
  const usedAt = latest(answers.map((answer) => answer.usedAt));
  return {
    id,
    account,
    question,
    standings: answers.map(({ standing }) => standing),
    addedAt,
    position,
    knownAt: latest(usable.map((answer) => answer.confirmedAt ?? answer.addedAt)) ?? addedAt,
    ...(never && { never }),
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(usedAt !== undefined && { usedAt }),
  };
}

/** The latest of some times; undefined where there is none. */
function latest(times: readonly (number | undefined)[]): number | undefined {
  return times.reduce(
    (last, time) => (time === undefined || (last !== undefined && last > time) ? last : time),
    undefined,
  );
}
