import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Pace, part } from '../lib/in-slices.ts';
import type { ImportRequest, OwnerProtocol } from '../lib/messages.ts';
import type { ImportCounts } from '../lib/qcm/plan.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';
import { followImport } from './follow-import.ts';
import { holdEntries } from './hold-entries.ts';
import { i18n } from './i18n.ts';
import type { ImportPhase } from './import-progress.tsx';
import { useBusy } from './use-busy.ts';
import { useImportFiles } from './use-import-files.ts';
import { useLongWork } from './use-long-work.ts';
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

/** The same, and of what it was said. */
interface Told {
  foreseen: Foreseen;
  entries: readonly QcmEntry[];
  choices: ImportChoices;
  known: Vault['questions'];
}

/** So much of the work is done once the background has the entries. */
const HANDED_OVER = 0.25;

const DEFAULTS: ImportChoices = {
  account: null,
  repair: true,
  lastIsDeclared: false,
  conflicts: { all: 'mine', each: [] },
};

/** An import on its way: what was read, what was refused, what the owner chose, and what it would do. */
export function useImport(vault: Vault) {
  const [choices, setChoices] = useState(DEFAULTS);
  const [told, setTold] = useState<Told | null>(null);
  const [isCancelled, setCancelled] = useState(false);
  const { busy: isWriting, start } = useBusy();
  // A file can be read, or fail to open, while what is there already is being compared.
  const reading = useLongWork<Extract<ImportPhase, 'read'>>();
  const working = useLongWork<Exclude<ImportPhase, 'read'>>();
  const held = useRef<{ id: string; entries: readonly QcmEntry[] } | null>(null);

  /** What is foreseen is not of these files any more; what was chosen stays. */
  const foreseeAgain = () => {
    setTold(null);
    setCancelled(false);
  };
  const startOver = () => {
    setChoices(DEFAULTS);
    foreseeAgain();
  };
  const read: typeof reading.run = (name, work) => {
    // It is another import that begins, or one with more in it.
    if (isWriting) working.end();
    return reading.run(name, work).catch((error: unknown) => {
      vault.fail(error);
      return null;
    });
  };
  const { clear, ...files } = useImportFiles(read, { onTaken: startOver, onMore: foreseeAgain });
  const { raw, repaired } = files.read;
  const entries = choices.repair && repaired.example ? repaired.entries : raw;
  // A file of 100,000 questions is not gone through again with every key that is pressed.
  const questions = useMemo(() => {
    // One file has each of its questions once.
    return files.read.sources.length === 1
      ? entries.length
      : new Set(entries.map(({ question }) => question)).size;
  }, [entries]);
  const hasLists = useMemo(() => entries.some(({ answers }) => answers.length > 1), [entries]);

  const isForeseen = told?.entries === entries && told.choices === choices;

  /** The id under which the background holds the entries: the one before, unless it was stopped meanwhile. */
  const hold = async (pace: Pace): Promise<string> => {
    const { ask } = vault;
    const known = held.current?.entries === entries ? held.current.id : null;
    if (known !== null && (await ask('importProgress', { held: known }))) return known;
    const id = await holdEntries(ask, entries, part(pace, 0, HANDED_OVER));
    held.current = { id, entries };
    return id;
  };
  const requestFor = (id: string): ImportRequest => {
    const { account, lastIsDeclared, conflicts } = choices;
    return { held: id, account, lastIsDeclared, conflicts };
  };

  useEffect(() => {
    if (entries.length === 0 || isWriting || (isForeseen && told.known === vault.questions)) return;
    let current = true;
    // What was foreseen of an earlier choice must not come after that of a later one.
    const foresee = async (pace: Pace) => {
      const id = await hold(pace);
      pace.signal.throwIfAborted();
      return vault.ask('previewImport', requestFor(id));
    };
    working.run('compare', foresee).then(
      (value) => current && value && setTold({ foreseen: value, entries, choices, known: vault.questions }),
      (error: unknown) => current && vault.fail(error),
    );
    return () => {
      current = false;
    };
  }, [entries, choices, vault.questions, isWriting]);

  const end = () => {
    reading.end();
    working.end();
  };
  const abandon = () => {
    end();
    if (held.current) void vault.ask('dropImport', { held: held.current.id }).catch(() => {});
    held.current = null;
    clear();
  };

  /** Returns whether it was written. What its owner was not shown is not. */
  const submit = async () => {
    let isWritten = false;
    if (isForeseen) await start(async () => (isWritten = await write()));
    return isWritten;
  };
  const write = async () => {
    reading.end();
    setCancelled(false);
    const work = async (pace: Pace) => {
      const id = await hold(pace);
      const stopFollowing = followImport(vault.ask, id, part(pace, HANDED_OVER, 1));
      const say = (written: ImportCounts) => ({
        text: doneSentence(written),
        undo: written.added + written.merged > 0 ? i18n.t('import.undo') : null,
      });
      const done = await vault.change('import', requestFor(id), say).finally(stopFollowing);
      if (!done) pace.signal.throwIfAborted();
      return done;
    };
    const isDone = await working.run('write', work).catch((error: unknown) => {
      vault.fail(error);
      return false;
    });
    setCancelled(isDone === null);
    if (isDone) abandon();
    return isDone ?? false;
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
    ...files,
    questions,
    hasLists,
    choices,
    foreseen: told?.foreseen ?? null,
    /** It is of what is chosen now. */
    isForeseen,
    repairExample: repaired.example,
    work: reading.shown ?? working.shown,
    isCancelled,
    choose: (change: Partial<ImportChoices>) => setChoices({ ...choices, ...change }),
    reveal,
    submit,
    abandon,
    /** Ends what takes long: an import that is being written stays as it was foreseen, all else is given up. */
    cancel: () => (isWriting ? end() : abandon()),
  };
}

function doneSentence({ added, merged, unchanged, toVerify }: ImportCounts): string {
  const parts = [i18n.t('import.done.added', added)];
  if (merged > 0) parts.push(i18n.t('import.done.merged', merged));
  if (unchanged > 0) parts.push(i18n.t('import.done.unchanged', unchanged));
  if (toVerify > 0) parts.push(i18n.t('import.done.toVerify', toVerify));
  return i18n.t('import.done.summary', [parts.join(', ')]);
}
