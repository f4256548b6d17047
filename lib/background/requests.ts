import * as v from 'valibot';
import { HEALTH_KINDS } from '../health/kinds.ts';
import { ENTRIES_AT_ONCE, type OwnerProtocol, type PageProtocol } from '../messages.ts';
import { draftSchema } from './drafts.ts';

/** A page that offers more is none of EcoleDirecte's, which offers 5 to 12. */
const MAX_PROPOSITIONS = 40;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(10_000));
const account = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200)));
/** How good it has to be is the vault's to say; this only bounds what is hashed. */
const passphrase = v.pipe(v.string(), v.maxLength(1_000));
const decision = v.picklist(['save', 'later', 'never']);
const nothing = v.strictObject({});
const conflictChoice = v.picklist(['mine', 'both', 'file']);
const importRequest = v.strictObject({
  held: text,
  account,
  lastIsDeclared: v.boolean(),
  conflicts: v.strictObject({
    all: conflictChoice,
    each: v.array(v.strictObject({ question: text, choice: conflictChoice })),
  }),
});

/** What each message of the content script has to look like. */
export const pageRequests = {
  advice: v.strictObject({
    question: text,
    propositions: v.pipe(v.array(text), v.minLength(1), v.maxLength(MAX_PROPOSITIONS)),
    account,
    source: v.picklist(['probe', 'page']),
  }),
  outcome: v.variant('kind', [
    v.strictObject({
      kind: v.picklist(['marked', 'selected', 'sent', 'not-found', 'ended', 'no-reply']),
    }),
    v.strictObject({
      kind: v.picklist(['accepted', 'refused', 'blocked', 'expired', 'outdated', 'unclear']),
      question: text,
      proposition: text,
      code: v.number(),
      byHand: v.boolean(),
    }),
    v.strictObject({ kind: v.literal('moved-on'), question: text, proposition: text }),
    v.strictObject({ kind: v.literal('decided'), decision }),
  ]),
} satisfies Schemas<PageProtocol>;

/** What each message of the extension's own pages has to look like. */
export const ownerRequests = {
  status: v.strictObject({ tabId: v.nullable(v.number()) }),
  consent: v.strictObject({ passphrase: v.exactOptional(passphrase) }),
  startOver: v.strictObject({ passphrase: v.exactOptional(passphrase) }),
  allowAdvice: v.strictObject({ tabId: v.number() }),
  choose: v.strictObject({ tabId: v.number() }),
  decide: v.strictObject({ account, question: text, decision, tabId: v.nullable(v.number()) }),
  diagnose: v.strictObject({ tabId: v.number() }),
  unlock: v.strictObject({ passphrase }),
  lock: nothing,
  setPassphrase: v.strictObject({ passphrase }),
  changePassphrase: v.strictObject({ current: passphrase, next: passphrase }),
  removePassphrase: v.strictObject({ current: passphrase }),
  renewDeadline: nothing,
  list: v.strictObject({ after: v.exactOptional(text) }),
  reveal: v.strictObject({ id: text }),
  save: v.strictObject({
    id: v.nullable(text),
    account,
    question: text,
    answers: v.pipe(v.array(text), v.minLength(1)),
    seen: v.exactOptional(v.array(text)),
  }),
  settle: v.strictObject({ id: text, answer: text }),
  health: nothing,
  mend: v.strictObject({ kind: v.picklist(HEALTH_KINDS), ids: v.array(text) }),
  delete: v.strictObject({ ids: v.nullable(v.array(text)) }),
  undo: v.strictObject({ by: v.number() }),
  holdEntries: v.strictObject({
    held: v.nullable(text),
    entries: v.pipe(
      v.array(v.strictObject({ question: text, answers: v.array(text), whole: v.boolean() })),
      v.maxLength(ENTRIES_AT_ONCE),
    ),
  }),
  previewImport: importRequest,
  import: importRequest,
  importProgress: v.strictObject({ held: text }),
  dropImport: v.strictObject({ held: text }),
  export: v.strictObject({ account, passphrase: v.nullable(passphrase) }),
  moveAccount: v.strictObject({ from: account, to: account }),
  deleteAccount: v.strictObject({ account }),
  exportRaw: nothing,
  draft: nothing,
  keepDraft: v.strictObject({ draft: v.nullable(draftSchema) }),
  journal: nothing,
  purgeJournal: v.strictObject({ before: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))) }),
} satisfies Schemas<OwnerProtocol>;

type Schemas<Protocol> = {
  [Name in keyof Protocol]: v.GenericSchema<
    unknown,
    Protocol[Name] extends (request: infer Request) => unknown ? Request : never
  >;
};
