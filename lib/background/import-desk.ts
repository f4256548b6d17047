import type { ImportRequest } from '../messages.ts';
import { type ImportPlan, planImport } from '../qcm/plan.ts';
import type { Reading } from '../vault/reading.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';

/** What concerns importing: what it would do, and doing it. `change` is one that can be taken back. */
export function makeImportDesk(
  vault: Vault,
  change: Vault['change'],
  now: () => number,
): Pick<OwnerDesk, 'previewImport' | 'import'> {
  return {
    async previewImport(request) {
      const { counts, lists } = await plan(vault, request, now());
      return { counts, lists };
    },

    async import(request) {
      let counts: ImportPlan['counts'] | undefined;
      await change(async (reading) => {
        const planned = await plan(reading, request, now());
        counts = planned.counts;
        const detail = String(counts.added + counts.merged);
        const journal = { at: now(), kind: 'import', account: null, question: null, detail } as const;
        return { put: planned.records, journal };
      });
      if (!counts) throw new Error('a change that was made without its work');
      return counts;
    },
  };
}

async function plan(reading: Reading, request: ImportRequest, now: number): Promise<ImportPlan> {
  const { entries, account, lastIsDeclared, conflicts } = request;
  const { records } = await reading.list();
  const choices = new Map(conflicts.each.map(({ question, choice }) => [question, choice]));
  const choiceOf = (question: string) => choices.get(question) ?? conflicts.all;
  return planImport(
    records.map(({ record }) => record),
    entries,
    { account, lastIsDeclared, choiceOf, now },
  );
}
