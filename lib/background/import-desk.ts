import { inSlices } from '../in-slices.ts';
import type { ImportRequest } from '../messages.ts';
import { type ImportPlan, planImportInSteps } from '../qcm/plan.ts';
import type { QcmEntry } from '../qcm/types.ts';
import type { Reading } from '../vault/reading.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';
import { HeldImport } from './held-import.ts';

type ImportNames = 'holdEntries' | 'previewImport' | 'import' | 'importProgress' | 'dropImport';

/** What concerns importing: what it would do, and doing it. `change` is one that can be taken back. */
export function makeImportDesk(
  vault: Vault,
  change: Vault['change'],
  now: () => number,
): Pick<OwnerDesk, ImportNames> {
  const held = new HeldImport();
  return {
    async holdEntries({ held: id, entries }) {
      return { held: held.add(id, entries) };
    },

    async previewImport(request) {
      const { counts, lists } = await plan(
        vault,
        held.entries(request.held),
        request,
        now(),
        new AbortController().signal,
      );
      return { counts, lists };
    },

    async import(request) {
      const entries = held.entries(request.held);
      const watch = held.watch(request.held);
      let counts: ImportPlan['counts'] | null = null;
      try {
        await change(
          async (reading) => {
            const planned = await plan(reading, entries, request, now(), watch.signal);
            watch.expect(planned.records.length);
            counts = planned.counts;
            const detail = String(counts.added + counts.merged);
            const journal = { at: now(), kind: 'import', account: null, question: null, detail } as const;
            return { put: planned.records, journal };
          },
          { watch },
        );
      } catch (error) {
        if (error !== watch.signal.reason) throw error;
        return null;
      }
      held.drop(request.held);
      return counts;
    },

    async importProgress({ held: id }) {
      return held.progress(id);
    },

    async dropImport({ held: id }) {
      held.drop(id);
      return {};
    },
  };
}

async function plan(
  reading: Reading,
  entries: readonly QcmEntry[],
  { account, lastIsDeclared, conflicts }: ImportRequest,
  now: number,
  signal: AbortSignal,
): Promise<ImportPlan> {
  const { records } = await reading.list();
  const choices = new Map(conflicts.each.map(({ question, choice }) => [question, choice]));
  const choiceOf = (question: string) => choices.get(question) ?? conflicts.all;
  signal.throwIfAborted();
  const existing = records.map(({ record }) => record);
  const options = { account, lastIsDeclared, choiceOf, now };
  return inSlices(planImportInSteps(existing, entries, options), { signal, onProgress: () => {} });
}
