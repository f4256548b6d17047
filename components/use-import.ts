import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportRequest } from '../lib/messages.ts';
import type { ImportCounts } from '../lib/qcm/plan.ts';
import { repairEntries, repairText } from '../lib/qcm/repair.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';
import { type QcmSource, type Refusal, readQcmFile, readQcmText } from './read-qcm-file.ts';
import type { Vault } from './use-vault.ts';

/** What the owner decides before an import. */
export interface ImportChoices {
  account: string | null;
  repair: boolean;
  lastIsDeclared: boolean;
}

/** A text before and after its repair. */
export interface RepairExample {
  before: string;
  after: string;
}

const DEFAULTS: ImportChoices = { account: null, repair: true, lastIsDeclared: false };

/** An import on its way: what was read, what was refused, what the owner chose, and what it would do. */
export function useImport(vault: Vault) {
  const [sources, setSources] = useState<QcmSource[]>([]);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [choices, setChoices] = useState(DEFAULTS);
  const [counts, setCounts] = useState<ImportCounts | null>(null);

  // A file of 100,000 questions is not gone through again with every key that is pressed.
  const raw = useMemo(() => sources.flatMap(({ entries }) => entries), [sources]);
  const repaired = useMemo(() => repairEntries(raw).entries, [raw]);
  const repairExample = useMemo(() => firstRepair(raw), [raw]);
  const entries = choices.repair && repairExample ? repaired : raw;
  const request: ImportRequest = {
    entries,
    account: choices.account,
    lastIsDeclared: choices.lastIsDeclared,
  };

  useEffect(() => {
    if (entries.length === 0) return;
    let current = true;
    // Counts of an earlier choice must not come after those of a later one.
    vault.attempt('previewImport', request).then((value) => current && setCounts(value));
    return () => {
      current = false;
    };
  }, [sources, choices, vault.questions]);

  const take = (read: (QcmSource | Refusal)[]) => {
    setSources(read.filter((one) => 'entries' in one));
    setRefusals(read.filter((one) => 'problem' in one));
    setChoices(DEFAULTS);
    setCounts(null);
  };

  return {
    sources,
    refusals,
    choices,
    counts,
    entries,
    repairExample,
    choose: (change: Partial<ImportChoices>) => setChoices({ ...choices, ...change }),
    takeFiles: async (files: Iterable<File>) => take(await Promise.all([...files].map(readQcmFile))),
    takeText: (text: string) => take([readQcmText(i18n.t('import.pasted'), text, null)]),
    abandon: () => take([]),
    submit: async () => {
      const done = await vault.change('import', request, (written) => ({
        text: doneSentence(written),
        undo: i18n.t('import.undo'),
      }));
      if (done) take([]);
    },
  };
}

function doneSentence({ added, merged, unchanged, toVerify }: ImportCounts): string {
  const parts = [i18n.t('import.done.added', added)];
  if (merged > 0) parts.push(i18n.t('import.done.merged', merged));
  if (unchanged > 0) parts.push(i18n.t('import.done.unchanged', unchanged));
  if (toVerify > 0) parts.push(i18n.t('import.done.toVerify', toVerify));
  return i18n.t('import.done.summary', [parts.join(', ')]);
}

/** The first text that a repair would change, as it is and as it would be; null when nothing needs it. */
function firstRepair(entries: readonly QcmEntry[]): RepairExample | null {
  for (const before of entries.flatMap(({ question, answers }) => [question, ...answers])) {
    const after = repairText(before);
    if (after !== null) return { before, after };
  }
  return null;
}
