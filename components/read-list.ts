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
  let questions: QuestionSummary[] = [];
  let damaged = 0;
  let after: string | null = null;
  do {
    const part = await ask(after ? { after } : {});
    if (!part) return null;
    const isFirst = after === null;
    // Each part finds its places as it comes: to sort all at the end would be one long task of the page.
    questions = merge(questions, part.questions.toSorted(byAge));
    damaged += part.damaged;
    after = part.next;
    if (isFirst && after) onFirst({ questions, damaged });
    // All of them are drawn in another task than takes up the last ones.
    if (!isFirst && !after) await new Promise((resolve) => setTimeout(resolve));
  } while (after);
  return { questions, damaged };
}

/** Two sorted lists as one. */
function merge(one: readonly QuestionSummary[], other: readonly QuestionSummary[]): QuestionSummary[] {
  const merged: QuestionSummary[] = [];
  let place = 0;
  for (const next of other) {
    for (let before = one[place]; before && byAge(before, next) <= 0; before = one[place]) {
      merged.push(before);
      place += 1;
    }
    merged.push(next);
  }
  return merged.concat(one.slice(place));
}

function byAge(one: QuestionSummary, other: QuestionSummary): number {
  return one.addedAt - other.addedAt || one.position - other.position;
}
