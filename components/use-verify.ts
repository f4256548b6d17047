import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../lib/challenge/answer.ts';
import { toVerify } from '../lib/challenge/to-verify.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import type { Vault } from './use-vault.ts';

/** What was done last, and can be taken back: the ids that were skipped since, or one question that was settled. */
type Past = { skipped: readonly string[]; settled: readonly string[]; canRestore: boolean };

const NOTHING: Past = { skipped: [], settled: [], canRestore: false };

/** The queue of questions to verify, one at a time, its answers read only when its turn has come. */
export function useVerify(vault: Vault) {
  const [past, setPast] = useState(NOTHING);
  const [read, setRead] = useState<{ id: string; answers: readonly string[] } | null>(null);
  const all = toVerify(vault.questions);
  const left = all.filter(({ id }) => !past.skipped.includes(id));
  const current: QuestionSummary | null = left[0] ?? null;
  // One that was taken back by the notice's own button is in the queue again, and counts as not done.
  const settled = past.settled.filter((id) => !all.some((question) => question.id === id));
  const skipped = past.skipped.filter((id) => all.some((question) => question.id === id));
  const done = settled.length + skipped.length;
  const answers = read && read.id === current?.id ? read.answers : null;

  const id = current?.id ?? null;
  // Anew with each list, in which they may have changed; and those that could not be read have another chance.
  useEffect(() => {
    let isLate = false;
    if (id !== null)
      void vault.attempt('reveal', { id }).then((found) => {
        if (found && !isLate) setRead({ id, answers: usable(found) });
      });
    return () => {
      isLate = true;
    };
  }, [current]);

  const settle = async (answer: string) => {
    if (id === null) return;
    setRead(null); // a second key must not fall on the next question's answers
    const words = { text: i18n.t('verify.settled'), undo: i18n.t('common.undo') };
    const isDone = await vault.change('settle', { id, answer }, () => words);
    if (isDone) setPast({ ...past, settled: [...settled, id], canRestore: true });
    else setRead({ id, answers: answers ?? [] });
  };
  const skip = () => {
    if (id !== null) setPast({ ...past, skipped: [...past.skipped, id], canRestore: false });
  };
  /** Takes back what was settled last, or else what was skipped last. */
  const back = async () => {
    if (past.canRestore) {
      setPast({ ...past, canRestore: false });
      await vault.undo();
    } else setPast({ ...past, skipped: past.skipped.slice(0, -1) });
  };

  return {
    current,
    answers,
    place: done + 1,
    total: done + left.length,
    skipped: skipped.length,
    hasMoved: past !== NOTHING,
    canGoBack: past.canRestore || skipped.length > 0,
    settle,
    skip,
    back,
    again: () => setPast({ ...past, skipped: [] }),
  };
}

/** The texts of the answers that can be chosen from, in the order of their file. */
function usable(answers: readonly Answer[]): string[] {
  return answers.filter(({ standing }) => standing !== 'refused').map(({ text }) => text);
}
