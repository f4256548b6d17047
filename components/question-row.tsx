import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../lib/challenge/answer.ts';
import type { Draft } from '../lib/messages.ts';
import { AnswerLine } from './answer-line.tsx';
import type { Entry, Sort } from './arrange.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';
import { NEW_QUESTION, QuestionEditor, type SaveRequest } from './question-editor.tsx';
import { RowFacts } from './row-facts.tsx';
import { useEscape } from './use-escape.ts';

/** What can be done with one question. */
export interface RowActions {
  /** Null when its answers cannot be read. */
  onReveal(id: string): Promise<Answer[] | null>;
  onDelete(id: string): void;
  /** Returns whether it was saved. */
  onSave(request: SaveRequest): Promise<boolean>;
  onCopy(text: string): Promise<boolean>;
  /** Hears of every change to what is being edited, null when that ends. */
  onDraft(id: string, editing: Draft['editing']): void;
}

interface Props {
  entry: Entry;
  /** What the list is sorted by, which the row then tells. */
  by: Sort;
  /** Null where rows cannot be selected. */
  selection: { isSelected: boolean; onSelect(isSelected: boolean): void } | null;
  actions: RowActions;
}

/** One question; its answers come from the background only when the owner asks to see or edit them. */
export function QuestionRow({ entry, by, selection, actions }: Props) {
  const { question } = entry;
  const [answers, setAnswers] = useState<Answer[] | null>(null);
  const [editing, setEditing] = useState<Answer[] | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const opener = useRef<Element | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const titleId = `question-${question.id}`;

  // Read anew with the list: they may have changed, or a change to them have been taken back.
  useEffect(() => {
    if (!answers) return;
    let isLate = false;
    void actions.onReveal(question.id).then((read) => {
      if (!isLate) setAnswers((shown) => shown && read);
    });
    return () => {
      isLate = true;
    };
  }, [question]);

  const toggle = async () => {
    opener.current = document.activeElement;
    setAnswers(answers ? null : await actions.onReveal(question.id));
  };
  const hide = () => {
    setAnswers(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  useEscape(answers && hide);
  const closeEditor = () => {
    setEditing(null);
    setAnswers(null);
    actions.onDraft(question.id, null);
    requestAnimationFrame(() => editButton.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === row.current) void toggle();
    else if (event.key === 'Escape' && answers) {
      // Before any other row.
      event.preventDefault();
      hide();
    }
  };

  if (editing) {
    const save = async (request: SaveRequest) => {
      const saved = await actions.onSave(request);
      if (saved) closeEditor();
      return saved;
    };
    return (
      <li class="row">
        <QuestionEditor
          draft={draftOf(question, editing)}
          onDraft={(edited) => actions.onDraft(question.id, edited)}
          onSave={save}
          onCancel={closeEditor}
        />
      </li>
    );
  }
  return (
    // Rows take the focus from the arrow keys; all that Enter does here, a button in the row does too.
    <li class="row" ref={row} tabIndex={-1} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      {selection && (
        <input
          type="checkbox"
          aria-labelledby={titleId}
          checked={selection.isSelected}
          onChange={(event) => selection.onSelect(event.currentTarget.checked)}
        />
      )}
      <DataText id={titleId} class="row-question" text={question.question} />
      <RowFacts entry={entry} by={by} isMasked={answers === null} />
      <div class="row-actions">
        <button type="button" aria-describedby={titleId} aria-expanded={answers !== null} onClick={toggle}>
          {i18n.t(answers ? 'list.hide' : 'list.reveal')}
        </button>
        <button
          type="button"
          ref={editButton}
          aria-describedby={titleId}
          onClick={async () => setEditing(await actions.onReveal(question.id))}
        >
          {i18n.t('common.edit')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-describedby={titleId}
          onClick={() => actions.onDelete(question.id)}
        >
          {i18n.t('common.delete')}
        </button>
      </div>
      {answers && (
        <ul class="row-answers">
          {answers.map((answer) => (
            <AnswerLine key={answer.text} answer={answer} onCopy={actions.onCopy} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Refused answers are no answers to edit; they stay remembered as they are. */
function draftOf({ id, account, question }: Entry['question'], answers: readonly Answer[]): SaveRequest {
  const usable = answers.filter(({ standing }) => standing !== 'refused').map(({ text }) => text);
  return { id, account, question, answers: usable.length > 0 ? usable : NEW_QUESTION.answers, seen: usable };
}
