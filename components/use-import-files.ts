import { useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../lib/errors.ts';
import { inSlices, type Pace, part } from '../lib/in-slices.ts';
import { type Repaired, repairEntriesInSteps } from '../lib/qcm/repair.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';
import { i18n } from './i18n.ts';
import {
  type Chosen,
  type KeyFile,
  type LockedFile,
  openLockedFile,
  type QcmSource,
  type Refusal,
  readPasted,
  readQcmFile,
} from './read-qcm-file.ts';

/** What was read of the files, as it is and with its accents repaired. */
interface Read {
  sources: QcmSource[];
  raw: QcmEntry[];
  repaired: Repaired;
}

/** A file that waits for a secret, and why the last one did not open it. */
interface Locked {
  /** Two files can have one name. */
  id: string;
  file: LockedFile;
  error: ErrorCode | null;
}

/** All that was chosen for one import; `keys` are those that still wait for the file that they open. */
interface Files {
  read: Read;
  refusals: Refusal[];
  locked: Locked[];
  keys: string[];
}

const NOTHING: Files = {
  read: { sources: [], raw: [], repaired: { entries: [], repaired: 0, example: null } },
  refusals: [],
  locked: [],
  keys: [],
};

/** Does what takes a while; null where it was ended. */
type Run = <Value>(name: 'read', work: (pace: Pace) => Promise<Value>) => Promise<Value | null>;

/** Hears of new files, which are another import, and of more for the one that is under way. */
interface Listener {
  onTaken(): void;
  onMore(): void;
}

/** The files of an import: what was read of them, what was refused, and what waits for a secret. */
export function useImportFiles(run: Run, { onTaken, onMore }: Listener) {
  const [files, setFiles] = useState(NOTHING);

  const take = async (chosen: readonly Chosen[], pace: Pace) => {
    const isKey = (one: Chosen): one is KeyFile => 'key' in one;
    // Keys alone are for what was chosen before them.
    const isMore = chosen.every(isKey);
    const before = isMore ? files : NOTHING;
    const keys = [...files.keys, ...chosen.filter(isKey).map(({ key }) => key)];
    const added = chosen
      .filter((one) => 'kind' in one)
      .map((file) => ({ id: crypto.randomUUID(), file, error: null }));
    const all = [...before.locked, ...added];
    const { opened, locked } = await open(all, ({ kind }) => (kind === 'fernet' ? keys : []), pace);
    const found = [...chosen.filter((one) => 'entries' in one || 'code' in one), ...opened];
    const waiting = all.some(({ file }) => file.kind === 'fernet') ? [] : keys;
    setFiles({ ...(await withFound(before, found, pace)), locked, keys: waiting });
    if (!isMore) onTaken();
    else if (found.length > 0) onMore();
  };
  const takeFiles = (list: Iterable<File>) =>
    run('read', async (pace) =>
      take(await Promise.all([...list].map((file) => readQcmFile(file, pace))), pace),
    );
  const takeText = (text: string) =>
    run('read', async (pace) => take([await readPasted(i18n.t('import.pasted'), text, pace)], pace));

  const unlockFile = (file: LockedFile, secret: string) =>
    run('read', async (pace) => {
      const { opened, locked } = await open(files.locked, (one) => (one === file ? [secret] : []), pace);
      setFiles({ ...(await withFound(files, opened, pace)), locked });
      if (opened.length > 0) onMore();
    });
  const clear = () => {
    setFiles(NOTHING);
    onTaken();
  };
  return { ...files, takeFiles, takeText, unlockFile, clear };
}

/** The files with these beside them. */
async function withFound(files: Files, found: readonly (QcmSource | Refusal)[], pace: Pace): Promise<Files> {
  pace.signal.throwIfAborted();
  // What is there already is not gone through again, nor shown anew.
  if (found.length === 0) return files;
  const sources = [...files.read.sources, ...found.filter((one) => 'entries' in one)];
  const refusals = [...files.refusals, ...found.filter((one) => 'code' in one)];
  const raw = sources.flatMap((source) => source.entries);
  return { ...files, read: { sources, raw, repaired: await repairEach(sources, pace) }, refusals };
}

/** Repairs each by itself: what several files say of one question is not one list, and for the import to put together. */
async function repairEach(sources: readonly QcmSource[], pace: Pace): Promise<Repaired> {
  const each: Repaired[] = [];
  for (const [index, { entries }] of sources.entries()) {
    const share = part(pace, index / sources.length, (index + 1) / sources.length);
    each.push(await inSlices(repairEntriesInSteps(entries), share));
  }
  return {
    entries: each.flatMap(({ entries }) => entries),
    repaired: each.reduce((sum, { repaired }) => sum + repaired, 0),
    example: each.find(({ example }) => example)?.example ?? null,
  };
}

/** Opens each file by the first of its secrets that does; what has none, or none that opens it, stays locked. */
async function open(all: readonly Locked[], secretsFor: (file: LockedFile) => readonly string[], pace: Pace) {
  const opened: (QcmSource | Refusal)[] = [];
  const locked: Locked[] = [];
  for (const { id, file, error } of all) {
    const tried = await tryToOpen(file, secretsFor(file), pace);
    if (typeof tried === 'object' && tried !== null) opened.push(tried);
    else locked.push({ id, file, error: tried ?? error });
  }
  return { opened, locked };
}

/** What the file holds; or why the last secret did not open it, null where there is none. */
async function tryToOpen(file: LockedFile, secrets: readonly string[], pace: Pace) {
  let failed: ErrorCode | null = null;
  for (const secret of secrets) {
    try {
      return await openLockedFile(file, secret, pace);
    } catch (error) {
      pace.signal.throwIfAborted();
      failed = codeOf(error);
    }
  }
  return failed;
}
