import { findProblems } from '../health/find-problems.ts';
import { mend } from '../health/mend.ts';
import { PROBLEM_KINDS, type Problem } from '../health/problem.ts';
import type { KindOfProblem } from '../messages.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';

/** So many problems of a kind are named; the others are counted. */
const NAMED = 100;

/** What checks and mends what is remembered. `change` is the vault's, with undo; `now` is in milliseconds since the epoch. */
export function makeHealthDesk(
  vault: Pick<Vault, 'list'>,
  change: Vault['change'],
  now: () => number,
): Pick<OwnerDesk, 'checkHealth' | 'mend'> {
  return {
    async checkHealth() {
      const problems = findProblems((await vault.list()).records, now());
      return PROBLEM_KINDS.map((kind) => summaryOf(kind, problems)).filter(({ count }) => count > 0);
    },

    async mend({ kind, ids }) {
      let mended = 0;
      await change(async ({ list }) => {
        const wanted = findProblems((await list()).records, now()).filter(
          (problem) => problem.kind === kind && (ids === 'all' || ids.includes(problem.stored[0].id)),
        );
        mended = wanted.length;
        const mends = wanted.map(mend);
        return {
          put: mends.flatMap(({ put }) => put ?? []),
          remove: mends.flatMap(({ remove }) => remove),
          journal: { at: now(), kind: 'edit', account: null, question: null, detail: `mended:${mended}` },
        };
      });
      return { mended };
    },
  };
}

function summaryOf(kind: Problem['kind'], problems: readonly Problem[]): KindOfProblem {
  const these = problems.filter((problem) => problem.kind === kind);
  const named = these.slice(0, NAMED).map(({ stored }) => ({
    id: stored[0].id,
    account: stored[0].record.account,
    questions: stored.map(({ record }) => record.question),
  }));
  return { kind, count: these.length, named };
}
