import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Ask, Request, Value } from '../lib/ask.ts';
import type { Subject } from '../lib/challenge/remember.ts';
import { copyForAWhile } from '../lib/clipboard.ts';
import { codeOf, type ErrorCode } from '../lib/errors.ts';
import type { Decision, Diagnosis, OwnerProtocol, QuestionSummary, Status } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import { type List, readList } from './read-list.ts';
import { type Drafts, draftsOf } from './use-draft.ts';

type Name = keyof OwnerProtocol;

/** One and the same, so that nothing is worked out anew. */
const NONE: readonly QuestionSummary[] = [];

/** What becomes of an accepted answer by its owner's word. */
const DECIDED = {
  save: 'page.note.accepted',
  later: 'page.note.later',
  never: 'page.note.neverAgain',
} as const satisfies Record<Decision, string>;

/** A page has reported by then what it did, in milliseconds. */
const CHOSEN_AFTER = 300;

/** What was just done, in words; `undo` names the button that takes it back, null when nothing can be. */
export interface Notice {
  text: string;
  undo: string | null;
}

/** What the pages know of the vault, and all that they can do with it. */
export interface Vault {
  /** Null until the background has answered. */
  status: Status | null;
  questions: readonly QuestionSummary[];
  /** Records that cannot be read, and are kept as they are. */
  damaged: number;
  /** There are more, which are still being read: what is here is no count of all. */
  isPartial: boolean;
  /** Everything was read, and there is nothing: no question, and none that is damaged either. */
  isEmpty: boolean;
  error: ErrorCode | null;
  notice: Notice | null;
  /** Asks for something, and says nothing of a failure: it throws. */
  ask: Ask;
  /** Asks for something; null when it failed, and `error` then says how. */
  attempt<N extends Name>(name: N, request: Request<N>): Promise<Value<N> | null>;
  /** Says how something failed that was asked for quietly. */
  fail(failure: unknown): void;
  /**
   * Asks for a change, says it in a notice, and reads everything again. Returns whether it was made. The same one asked for
   * again meanwhile, as by a second press, is that one.
   */
  change<N extends Name>(
    name: N,
    request: Request<N>,
    say: (value: NonNullable<Value<N>>) => Notice,
  ): Promise<boolean>;
  /** The owner agrees to what the first-run page says. */
  consent(passphrase?: string): Promise<void>;
  undo(): Promise<void>;
  lock(): Promise<void>;
  /** Returns whether the passphrase was the right one. */
  unlock(passphrase: string): Promise<boolean>;
  /** Lets the page of this tab ask again that asked about too many questions. */
  allowAdvice(): Promise<void>;
  /** Has the page of this tab choose the advised answer. */
  choose(): Promise<void>;
  /** The owner's word on an accepted answer that waits for it. */
  decide(offer: Subject, decision: Decision): Promise<void>;
  /** Why the question of this tab was answered or not; null when it could not be said. */
  diagnose(): Promise<Diagnosis | null>;
  /** Copies an answer, to be taken out of the clipboard again; returns whether the browser allowed it. */
  copy(text: string): Promise<boolean>;
  drafts: Drafts;
  /** Takes the notice away; what it offered to take back stays done. */
  dismiss(): void;
}

/** What else a page has of the vault's surroundings. */
interface Around {
  /** Calls back at each change of the lock, until the function returned is called. */
  onLockChange?: (callback: () => void) => () => void;
  /** The tab that a diagnosis is of, null for none; by default the vault's. */
  findDiagnosed?: () => Promise<number | null>;
}

/**
 * The vault as the background tells it, for the tab `tabId`, read anew whenever the window gets the focus, and when it
 * was locked or unlocked.
 */
export function useVault(
  ask: Ask,
  tabId: number | null,
  { onLockChange, findDiagnosed = async () => tabId }: Around = {},
): Vault {
  const [status, setStatus] = useState<Status | null>(null);
  /** Null until it was read. */
  const [list, setList] = useState<(List & { isPartial: boolean }) | null>(null);
  /** How often the list was begun to be read: an earlier reading must not come after a later one. */
  const readings = useRef(0);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  /** The changes that are being made, by what was asked. */
  const changes = useRef(new Map<string, Promise<boolean>>());

  /** When this page's last change was there: what another window changed later is not for this one to take back. */
  const changedAt = useRef(0);

  const drafts = useMemo(() => draftsOf(ask), [ask]);

  const fail = (failure: unknown) => setError(codeOf(failure));
  const attempt: Vault['attempt'] = useCallback(
    async (name, request) => {
      try {
        const value = await ask(name, request);
        setError(null);
        return value;
      } catch (failure) {
        fail(failure);
        return null;
      }
    },
    [ask],
  );

  const reload = useCallback(async () => {
    readings.current += 1;
    const reading = readings.current;
    const isLatest = () => readings.current === reading;
    const now = await attempt('status', { tabId });
    const ask = (request: Request<'list'>) => (isLatest() ? attempt('list', request) : Promise.resolve(null));
    // The first time, each thing is shown as soon as it is there; later all changes at once.
    setStatus((shown) => shown ?? now);
    const showFirst = (first: List) => setList((shown) => shown ?? { ...first, isPartial: true });
    const read = now?.vault === 'open' ? await readList(ask, showFirst) : null;
    if (!isLatest()) return;
    if (now) setStatus(now);
    // A list that could not be read anew stays as it was, unless the vault is not open any more.
    if (read || now?.vault !== 'open') setList(read && { ...read, isPartial: false });
  }, [attempt, tabId]);

  // Asked for before anything is painted, not after.
  useLayoutEffect(() => {
    // A window that opens gets the focus too: what is being read then is not read twice.
    let isReading = false;
    const read = async () => {
      if (isReading) return;
      isReading = true;
      await reload();
      isReading = false;
    };
    void read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [reload]);

  useEffect(() => onLockChange?.(() => void reload()), [reload, onLockChange]);
  useEffect(() => {
    // What is shown as open was locked meanwhile.
    if (error === 'vault-locked') void reload();
  }, [reload, error]);

  const makeChange: Vault['change'] = async (name, request, words) => {
    let value: Value<typeof name> | null = null;
    try {
      value = await ask(name, request);
      setError(null);
    } catch (failure) {
      // What is shown is not what is there any more; but a form keeps what was typed in it.
      if (codeOf(failure) === 'record-changed' && name !== 'save') await reload();
      fail(failure);
    }
    if (value === null) return false;
    changedAt.current = Date.now();
    await reload();
    setNotice(words(value));
    return true;
  };
  const change: Vault['change'] = (name, request, words) => {
    const key = JSON.stringify([name, request]);
    const making =
      changes.current.get(key) ?? makeChange(name, request, words).finally(() => changes.current.delete(key));
    changes.current.set(key, making);
    return making;
  };

  const undo = async () => {
    setNotice(null);
    await change('undo', { by: changedAt.current }, () => ({ text: i18n.t('common.undone'), undo: null }));
  };

  const consent = async (passphrase?: string) => {
    if (await attempt('consent', passphrase === undefined ? {} : { passphrase })) await reload();
  };

  const lock = async () => {
    if (await attempt('lock', {})) await reload();
  };
  const unlock = async (passphrase: string) => {
    const isOpen = (await attempt('unlock', { passphrase })) !== null;
    if (isOpen) await reload();
    return isOpen;
  };

  const allowAdvice = async () => {
    const now = tabId === null ? null : await attempt('allowAdvice', { tabId });
    if (now) setStatus(now);
  };

  const choose = async () => {
    if (tabId === null) return;
    await attempt('choose', { tabId });
    // The page chooses after it was told, and reports what it did.
    setTimeout(reload, CHOSEN_AFTER);
  };
  const decide = async (offer: Subject, decision: Decision) => {
    await change('decide', { ...offer, decision, tabId }, ({ vault }) => {
      const waits = decision === 'save' && vault !== 'open';
      return { text: i18n.t(waits ? 'page.note.acceptedWaits' : DECIDED[decision]), undo: null };
    });
  };
  const diagnose = async () => {
    const diagnosed = await findDiagnosed();
    return diagnosed === null ? null : attempt('diagnose', { tabId: diagnosed });
  };

  return {
    ask,
    fail,
    allowAdvice,
    choose,
    decide,
    diagnose,
    lock,
    unlock,
    status,
    questions: list?.questions ?? NONE,
    damaged: list?.damaged ?? 0,
    isPartial: list?.isPartial ?? false,
    isEmpty: list?.questions.length === 0 && list.damaged === 0,
    error,
    notice,
    attempt,
    change,
    consent,
    undo,
    copy: copyForAWhile,
    drafts,
    dismiss: () => setNotice(null),
  };
}
