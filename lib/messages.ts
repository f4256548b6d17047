import type { Advice } from './challenge/advice.ts';
import type { Answer, Standing } from './challenge/answer.ts';
import type { Challenge } from './challenge/challenge.ts';
import type { Finding } from './challenge/diagnose.ts';
import type { Outcome } from './challenge/outcome.ts';
import type { Subject } from './challenge/remember.ts';
import type { ErrorCode } from './errors.ts';
import type { HealthKind } from './health/kinds.ts';
import type { ExportedQuestion } from './qcm/home-assistant.ts';
import type { ImportLists } from './qcm/import-lists.ts';
import type { ConflictChoice } from './qcm/join-answers.ts';
import type { ImportCounts } from './qcm/plan.ts';
import type { QcmEntry } from './qcm/types.ts';
import type { Mode } from './settings.ts';

/** What the content script may ask of the background: two things. */
export interface PageProtocol {
  /**
   * Advice for one challenge; `account` is the identifier typed in the login form, null when it was not seen. While
   * `suspended`, nothing may be sent without its owner. Its `source` is the API's reply, or the page's own text alone.
   */
  advice(request: Challenge & { account: string | null; source: 'probe' | 'page' }): {
    advice: Advice;
    mode: Mode;
    suspended: boolean;
  };
  /** What became of the challenge that this tab last asked about. */
  outcome(report: OutcomeReport): Remembering;
}

/** What was done with an outcome. */
export interface Remembering {
  remembered: boolean;
  /** It will be remembered once the vault is unlocked, unless the browser ends before. */
  waits: boolean;
  /** Its owner is asked first. */
  asks: boolean;
}

/** What the content script tells the background when a login begins: a question may be about to come. Nothing answers it. */
export const WAKE = 'memo-qcm:wake';
/** What the background tells the content script unasked: advice that was not to be had (vault locked, too many questions) is now. */
export const ASK_AGAIN = 'memo-qcm:ask-again';
/** What it tells when the owner presses "choose my answer" outside the page. */
export const CHOOSE = 'memo-qcm:choose';
/** What it tells the extension's own pages: the vault was locked or unlocked. Nothing answers it. */
export const LOCK_CHANGED = 'memo-qcm:lock-changed';

/** What the owner says to "remember this answer?"; `later` asks again the next time. */
export type Decision = 'save' | 'later' | 'never';

/**
 * What became of a challenge. `question` is the one that was answered: where nobody heard that it was asked, the last one
 * that was is another. `proposition` is the text that was sent, as the page said it; `byHand` is false where it was sent
 * by the extension.
 */
export type OutcomeReport =
  | { kind: 'marked' | 'selected' | 'sent' | 'not-found' | 'ended' | 'no-reply' }
  | { kind: Outcome; question: string; proposition: string; code: number; byHand: boolean }
  /** Nobody heard the outcome, but the page went on from the login after this was chosen. */
  | { kind: 'moved-on'; question: string; proposition: string }
  | { kind: 'decided'; decision: Decision };

/** What only the extension's own pages may ask. */
export interface OwnerProtocol {
  status(request: { tabId: number | null }): Status;
  /**
   * The owner agreed on the first-run page: makes the vault. Does nothing when there is one. Without a passphrase the
   * vault opens on this device by itself; refused with `storage-refused` where only one with a passphrase can be made.
   */
  consent(request: { passphrase?: string }): Status;
  /** Deletes everything, for good, and makes a new vault: when its key or passphrase is lost. */
  startOver(request: { passphrase?: string }): Status;
  /** The owner lets a tab ask again that asked about too many questions. */
  allowAdvice(request: { tabId: number }): Status;
  /** Has the page of a tab choose the option that was advised, as its owner asked for it. */
  choose(request: { tabId: number }): Status;
  /** The owner's word on an accepted answer that waits for it. Does nothing where none does. */
  decide(request: Subject & { decision: Decision; tabId: number | null }): Status;
  /** Why a tab's question was answered or not, as findings that name no question and no answer. */
  diagnose(request: { tabId: number }): Diagnosis;
  /** Opens a vault that asks for a passphrase. Refused with `wrong-passphrase`. */
  unlock(request: { passphrase: string }): Status;
  /** Locks such a vault at once. */
  lock(request: Record<string, never>): Status;
  /** Has the open vault ask for a passphrase from now on. Refused with `passphrase-weak`. */
  setPassphrase(request: { passphrase: string }): Status;
  /** Refused with `wrong-passphrase`, `passphrase-weak`. */
  changePassphrase(request: { current: string; next: string }): Status;
  /** Back to a vault that asks nothing. Refused with `wrong-passphrase`. */
  removePassphrase(request: { current: string }): Status;
  /** The delay before locking was changed in the settings: it counts from now. */
  renewDeadline(request: Record<string, never>): Status;
  /**
   * What is remembered, without the answers' texts, in parts: one that is soon there, then larger ones. `after` is the
   * `next` of the part before, and absent for the first.
   */
  list(request: { after?: string }): ListedQuestions;
  /** The answers of one question. */
  reveal(request: { id: string }): Answer[];
  /**
   * Adds a question or replaces one. An answer that was already there keeps what is known of it, a new one is `declared`.
   * Returns the record's id, which changes with the question.
   */
  save(request: EditedQuestion): { id: string };
  /**
   * Keeps one of several answers as the declared one; `undo` takes it back. Refused with `record-changed` where it is none of
   * them any more, or nothing is left to settle.
   */
  settle(request: { id: string; answer: string }): Record<string, never>;
  /** What could be tidied up, without the answers' texts. */
  health(request: Record<string, never>): HealthFinding[];
  /**
   * Mends findings of one kind, those of which every record is among `ids`; `undo` takes it back. Returns how many.
   * Refused with `record-changed` where there is none any more.
   */
  mend(request: { kind: HealthKind; ids: string[] }): { mended: number };
  /** Deletes questions, all of them where `ids` is null; `undo` takes it back. Returns how many. */
  delete(request: { ids: string[] | null }): { deleted: number };
  /**
   * Takes the last deletion, edit or import back, if it was made by the time `by`, in milliseconds since the epoch: what
   * was changed since, in another window, is another's to take back. Refused with `undo-expired` then, after a minute, or
   * once a login taught more.
   */
  undo(request: { by: number }): { restored: number };
  /**
   * Hands over entries for an import, part by part: null begins a new one in place of any before. Returns its id.
   * Refused with `interrupted` where the parts before are lost, as the background was stopped.
   */
  holdEntries(request: { held: string | null; entries: QcmEntry[] }): { held: string };
  /** What an import would do; nothing is written. Refused with `interrupted`, as `import` is. */
  previewImport(request: ImportRequest): { counts: ImportCounts; lists: ImportLists };
  /** Does it, in one change that `undo` takes back; null where it was dropped meanwhile, and nothing was written. */
  import(request: ImportRequest): ImportCounts | null;
  /** How far the import is; null where its entries are not held any more. */
  importProgress(request: { held: string }): ImportProgress | null;
  /** Gives the entries up, and ends an import that is under way unless all is written. */
  dropImport(request: { held: string }): Record<string, never>;
  /**
   * Questions and answers as a file holds them, refused answers left out; with an account, also what stands for all accounts.
   * Null: every account.
   */
  export(request: { account: string | null; passphrase: string | null }): ExportedQuestion[];
  /** Gives an account's questions to another: renames it, or merges it where the other has some. Returns how many. */
  moveAccount(request: { from: string | null; to: string | null }): { moved: number };
  /** Deletes an account's questions; `undo` takes it back. Returns how many. */
  deleteAccount(request: { account: string | null }): { deleted: number };
  /** The text of a JSON file with all that is stored, encrypted as it is: also what is damaged, or from a later version. */
  exportRaw(request: Record<string, never>): { text: string };
  /** What the popup held unfinished when it was closed; null where there is nothing, or the vault is not open. */
  draft(request: Record<string, never>): Draft | null;
  /** Keeps it in memory until the vault is locked or the browser ends, in place of the one before; null forgets it. */
  keepDraft(request: { draft: Draft | null }): Record<string, never>;
  /** The newest first, 1,000 at most. */
  journal(request: Record<string, never>): JournalEntry[];
  /** Deletes what the journal holds from before a time, in milliseconds since the epoch, or all; there is no undo. */
  purgeJournal(request: { before: number | null }): { purged: number };
}

/** So many entries are handed over at a time; they are many small messages, so that none keeps a page waiting. */
export const ENTRIES_AT_ONCE = 1_000;

/** In steps of writing: two for each record. `of` is 0 until it is known. */
export interface ImportProgress {
  done: number;
  of: number;
}

export interface ImportRequest {
  /** The id under which its entries are held. */
  held: string;
  /** The account that the file is for; null: all accounts. */
  account: string | null;
  /** The owner says that a Python client wrote the file: in a list of several the last answer is the declared one. */
  lastIsDeclared: boolean;
  /** What becomes of conflicts, and of the questions that were decided one by one. */
  conflicts: { all: ConflictChoice; each: { question: string; choice: ConflictChoice }[] };
}

/** What the popup shows first. */
export interface Status {
  vault: 'absent' | 'open' | 'locked' | 'unavailable';
  /** What opens the vault; null where there is none, or it cannot be read. */
  method: 'device' | 'passphrase' | null;
  /** Where the vault is: `mirror` while the browser refuses its database. */
  place: 'database' | 'mirror';
  /** Accepted answers that wait for the vault to be unlocked. */
  waiting: number;
  /** Questions whose accepted answer is remembered once its owner says so. */
  offers: Subject[];
  /** Why the vault is unavailable. */
  problem: ErrorCode | null;
  tab: TabReport | null;
}

export interface ListedQuestions {
  /** In no order that means anything. */
  questions: QuestionSummary[];
  /** Records that could not be read; they are kept as they are. */
  damaged: number;
  /** What the next part comes after; null where this is the last. */
  next: string | null;
}

/** An answer that was not accepted; `code` is null where there was no reply. */
export interface Trouble {
  kind: Exclude<Outcome, 'accepted'> | 'no-reply';
  code: number | null;
}

/** What happened with the last challenge of one tab. */
export interface TabReport {
  question: string;
  account: string | null;
  advice: Advice;
  step: 'advised' | Exclude<OutcomeReport['kind'], 'decided'>;
  mode: Mode;
  /** The code of EcoleDirecte's reply, once there is one. */
  code: number | null;
  /** What came of the last answer that was not accepted, until one is: the question may have been asked anew since. */
  trouble: Trouble | null;
  remembered: boolean;
  /** It will be remembered once the vault is unlocked. */
  waits: boolean;
  /** It will be remembered if its owner says so. */
  asks: boolean;
  at: number;
}

export interface QuestionSummary {
  id: string;
  account: string | null;
  question: string;
  standings: Standing[];
  /** Its owner wants no answer to it remembered. */
  never?: true;
  /** Times are milliseconds since the epoch; absent where it never was. */
  addedAt: number;
  /** Place within what was added at the same moment. */
  position: number;
  confirmedAt?: number;
  /** When one of its answers was last given as advice. */
  usedAt?: number;
  /** When its latest usable answer was confirmed, or else added. */
  knownAt: number;
}

/** Something that could be tidied up. */
export interface HealthFinding {
  kind: HealthKind;
  /** The records that it concerns, first the one that would be kept, whose account and question these are. */
  ids: string[];
  account: string | null;
  question: string;
}

/** A question as its owner types it; `id` is null where it is added. Of the answers the preferred is the last. */
export interface EditedQuestion {
  id: string | null;
  account: string | null;
  question: string;
  answers: string[];
  /** The usable answers that its owner saw there, by default all: what came since stays. */
  seen?: string[];
}

/** What was typed and not yet saved. */
export interface Draft {
  query: string;
  editing: EditedQuestion | null;
}

export interface JournalEntry {
  at: number;
  kind:
    | 'advice'
    | 'outcome'
    | 'import'
    | 'export'
    | 'edit'
    | 'delete'
    | 'undo'
    | 'unlock'
    | 'lock'
    | 'passphrase';
  account: string | null;
  question: string | null;
  /** The advice's kind and doubt, or the outcome's kind; never an answer. */
  detail: string;
}

/** What crosses back: a value, or a code of the closed set; no stack, no free text. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: ErrorCode };

/** What the extension knows of a tab's last question, and of what may stand in its way; for its owner to read and pass on. */
export interface Diagnosis {
  findings: Finding[];
  version: string;
}
