import type { QuestionRecord } from '../challenge/answer.ts';
import type { ExportedQuestion } from '../qcm/home-assistant.ts';

/**
 * Records as a file holds them, refused answers left out. A file has each question once: the answers of several accounts
 * go into one list, none of them lost; of each account the answer that EcoleDirecte accepted last is the confirmed one.
 */
export function toExport(records: readonly QuestionRecord[]): ExportedQuestion[] {
  const byQuestion = new Map<string, { answers: Set<string>; confirmed: Set<string> }>();
  for (const { question, answers } of records) {
    const exported = byQuestion.get(question) ?? { answers: new Set(), confirmed: new Set() };
    const usable = answers.filter(({ standing }) => standing !== 'refused');
    for (const { text } of usable) exported.answers.add(text);
    const latest = usable.findLast(({ standing }) => standing === 'confirmed');
    if (latest) exported.confirmed.add(latest.text);
    if (exported.answers.size > 0) byQuestion.set(question, exported);
  }
  return [...byQuestion].map(([question, { answers, confirmed }]) => {
    return { question, answers: [...answers], confirmed: [...confirmed], whole: true };
  });
}
