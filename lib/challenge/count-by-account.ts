import type { Subject } from './remember.ts';

/** An account that questions are kept for; null is "all accounts". */
export interface AccountCount {
  account: string | null;
  questions: number;
}

/** The accounts of these questions, each with how many: "all accounts" first, the others by name. */
export function countByAccount(subjects: readonly Pick<Subject, 'account'>[]): AccountCount[] {
  const counts = new Map<string | null, number>();
  for (const { account } of subjects) counts.set(account, (counts.get(account) ?? 0) + 1);
  const byName = (one: string | null, other: string | null) => (one ?? '').localeCompare(other ?? '');
  return [...counts]
    .map(([account, questions]) => ({ account, questions }))
    .sort((one, other) => byName(one.account, other.account));
}
