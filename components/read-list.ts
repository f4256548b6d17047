import type { ListedQuestions, QuestionSummary } from '../lib/messages.ts';

/** All that is remembered, in the order in which it was added. */
export type List = Omit<ListedQuestions, 'next'>;

/**
 * Reads the list part by part, so that no message keeps page or background busy; `ask` gives the part after an id. Where
 * there is more than one, `onFirst` is shown the first meanwhile. Null where a part could not be had.
 */
export async function readList(
  ask: (request: { after?: string }) => Promise<ListedQuestions | null>,
  onFirst: (list: List) => void,
): Promise<List | null> {
  /** Sorted part by part: what is sorted at the end consists of sorted runs, which takes next to no time. */
  const runs: QuestionSummary[][] = [];
  let damaged = 0;
  let after: string | null = null;
  do {
    const part = await ask(after ? { after } : {});
    if (!part) return null;
    const questions = part.questions.toSorted(byAge);
    runs.push(questions);
    damaged += part.damaged;
    after = part.next;
    if (runs.length === 1 && after) onFirst({ questions, damaged });
  } while (after);
  return { questions: runs.flat().sort(byAge), damaged };
}

function byAge(one: QuestionSummary, other: QuestionSummary): number {
  return one.addedAt - other.addedAt || one.position - other.position;
}
