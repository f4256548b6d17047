import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CodedError, type ErrorCode } from '../lib/errors.ts';
import type { ImportRequest, OwnerProtocol } from '../lib/messages.ts';
import type { ImportCounts } from '../lib/qcm/plan.ts';
import { repairEntries, repairText } from '../lib/qcm/repair.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';
import {
  type LockedFile,
  openLockedFile,
  type QcmSource,
  type Refusal,
  readQcmFile,
  readQcmText,
} from './read-qcm-file.ts';
import type { Vault } from './use-vault.ts';

/** What the owner decides before an import. */
export interface ImportChoices {
  account: string | null;
  repair: boolean;
  lastIsDeclared: boolean;
  conflicts: ImportRequest['conflicts'];
}

/** What the background says that an import would do. */
export type Foreseen = ReturnType<OwnerProtocol['previewImport']>;

/** A text before and after its repair. */
export interface RepairExample {
  before: string;
  after: string;
}

const DEFAULTS: ImportChoices = {
  account: null,
  repair: true,
  lastIsDeclared: false,
  conflicts: { all: 'mine', each: [] },
};

/** An import on its way: what was read, what was refused, what the owner chose, and what it would do. */
export function useImport(vault: Vault) {
  const [sources, setSources] = useState<QcmSource[]>([]);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [locked, setLocked] = useState<LockedFile[]>([]);
  const [lockError, setLockError] = useState<ErrorCode | null>(null);
  const [choices, setChoices] = useState(DEFAULTS);
  const [foreseen, setForeseen] = useState<Foreseen | null>(null);

  // A file of 100,000 questions is not gone through again with every key that is pressed.
  const raw = useMemo(() => sources.flatMap(({ entries }) => entries), [sources]);
  const repaired = useMemo(() => repairEntries(raw).entries, [raw]);
  const repairExample = useMemo(() => firstRepair(raw), [raw]);
  const entries = choices.repair && repairExample ? repaired : raw;
  const request: ImportRequest = {
    entries,
    account: choices.account,
    lastIsDeclared: choices.lastIsDeclared,
    conflicts: choices.conflicts,
  };

  useEffect(() => {
    if (entries.length === 0) return;
    let current = true;
    // What was foreseen of an earlier choice must not come after those of a later one.
    vault.attempt('previewImport', request).then((value) => current && setForeseen(value));
    return () => {
      current = false;
    };
  }, [sources, choices, vault.questions]);

  const take = (read: (QcmSource | Refusal)[], stillLocked: LockedFile[] = []) => {
    setLocked(stillLocked);
    setSources(read.filter((one) => 'entries' in one));
    setRefusals(read.filter((one) => 'problem' in one));
    setChoices(DEFAULTS);
    setForeseen(null);
  };

  /** Opens what it can with one secret; what stays locked is asked for. */
  const open = async (files: readonly LockedFile[], secret: string) => {
    const opened: (QcmSource | Refusal)[] = [];
    const stillLocked: LockedFile[] = [];
    setLockError(null);
    for (const file of files) {
      await openLockedFile(file, secret).then(
        (read) => opened.push(read),
        (error: unknown) => {
          stillLocked.push(file);
          setLockError(error instanceof CodedError ? error.code : 'internal');
        },
      );
    }
    return { opened, stillLocked };
  };
  const takeFiles = async (files: Iterable<File>) => {
    const all = await Promise.all([...files].map(readQcmFile));
    const read = all.filter((one) => 'entries' in one || 'problem' in one);
    const key = all.find((one) => 'key' in one)?.key;
    // A file that was chosen before may wait for its key.
    const encrypted = [
      ...all.filter((one) => 'kind' in one),
      ...(all.every((one) => 'key' in one) ? locked : []),
    ];
    const forKey = key === undefined ? [] : encrypted.filter(({ kind }) => kind === 'fernet');
    const { opened, stillLocked } = await open(forKey, key ?? '');
    take([...read, ...opened], [...encrypted.filter((file) => !forKey.includes(file)), ...stillLocked]);
  };
  const unlockFile = async (file: LockedFile, secret: string) => {
    const { opened, stillLocked } = await open([file], secret);
    if (opened.length > 0)
      take(
        [...sources, ...refusals, ...opened],
        locked.filter((one) => one !== file),
      );
    return stillLocked.length === 0;
  };

  const reveal = useCallback(
    async (question: string) => {
      const known = vault.questions.find(
        (one) => one.account === choices.account && one.question === question,
      );
      return known ? vault.attempt('reveal', { id: known.id }) : null;
    },
    [vault.questions, choices.account],
  );

  return {
    reveal,
    sources,
    refusals,
    choices,
    foreseen,
    entries,
    repairExample,
    choose: (change: Partial<ImportChoices>) => setChoices({ ...choices, ...change }),
    locked,
    lockError,
    takeFiles,
    unlockFile,
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
