import { useState } from 'preact/hooks';
import { CodedError, type ErrorCode } from '../lib/errors.ts';
import { inSlices, type Pace } from '../lib/in-slices.ts';
import { type Repaired, repairEntriesInSteps } from '../lib/qcm/repair.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';
import { i18n } from './i18n.ts';
import {
  type LockedFile,
  openLockedFile,
  type QcmSource,
  type Refusal,
  readQcmFile,
  readQcmText,
} from './read-qcm-file.ts';

/** What was read of the files, as it is and with its accents repaired. */
interface Read {
  sources: QcmSource[];
  raw: QcmEntry[];
  repaired: Repaired;
}

const NOTHING: Read = { sources: [], raw: [], repaired: { entries: [], repaired: 0, example: null } };

/** Does what takes a while; null where it was ended. */
type Run = <Value>(name: 'read', work: (pace: Pace) => Promise<Value>) => Promise<Value | null>;

/** The files of an import: what was read of them, what was refused, and what waits for a secret. `onTaken` hears of new ones. */
export function useImportFiles(run: Run, onTaken: () => void) {
  const [read, setRead] = useState<Read>(NOTHING);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [locked, setLocked] = useState<LockedFile[]>([]);
  const [lockError, setLockError] = useState<ErrorCode | null>(null);
  const { sources } = read;

  const show = (next: Read, refused: Refusal[], stillLocked: LockedFile[]) => {
    setRead(next);
    setRefusals(refused);
    setLocked(stillLocked);
    onTaken();
  };
  const take = async (all: (QcmSource | Refusal)[], stillLocked: LockedFile[], pace: Pace) => {
    const sources = all.filter((one) => 'entries' in one);
    const raw = sources.flatMap((source) => source.entries);
    const repaired = await inSlices(repairEntriesInSteps(raw), pace);
    const refused = all.filter((one) => 'problem' in one);
    show({ sources, raw, repaired }, refused, stillLocked);
  };

  /** Opens what it can with one secret; what stays locked is asked for. */
  const open = async (files: readonly LockedFile[], secret: string, pace: Pace) => {
    const opened: (QcmSource | Refusal)[] = [];
    const stillLocked: LockedFile[] = [];
    setLockError(null);
    for (const file of files) {
      await openLockedFile(file, secret, pace).then(
        (one) => opened.push(one),
        (error: unknown) => {
          pace.signal.throwIfAborted();
          stillLocked.push(file);
          setLockError(error instanceof CodedError ? error.code : 'internal');
        },
      );
    }
    return { opened, stillLocked };
  };
  const takeFiles = (files: Iterable<File>) =>
    run('read', async (pace) => {
      const all = await Promise.all([...files].map((file) => readQcmFile(file, pace)));
      const plain = all.filter((one) => 'entries' in one || 'problem' in one);
      const key = all.find((one) => 'key' in one)?.key;
      // A file that was chosen before may wait for its key.
      const encrypted = [
        ...all.filter((one) => 'kind' in one),
        ...(all.every((one) => 'key' in one) ? locked : []),
      ];
      const forKey = key === undefined ? [] : encrypted.filter(({ kind }) => kind === 'fernet');
      const { opened, stillLocked } = await open(forKey, key ?? '', pace);
      const others = encrypted.filter((file) => !forKey.includes(file));
      await take([...plain, ...opened], [...others, ...stillLocked], pace);
    });
  const unlockFile = async (file: LockedFile, secret: string) => {
    const isOpen = await run('read', async (pace) => {
      const { opened, stillLocked } = await open([file], secret, pace);
      const others = locked.filter((one) => one !== file);
      if (opened.length > 0) await take([...sources, ...refusals, ...opened], others, pace);
      return stillLocked.length === 0;
    });
    return isOpen ?? false;
  };
  const takeText = (text: string) =>
    run('read', async (pace) =>
      take([await readQcmText(i18n.t('import.pasted'), text, null, pace)], [], pace),
    );

  const clear = () => show(NOTHING, [], []);
  return { read, refusals, locked, lockError, takeFiles, unlockFile, takeText, clear };
}
