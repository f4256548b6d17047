import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import { NEW_QUESTION, QuestionEditor, type SaveRequest } from './question-editor.tsx';

interface Props {
  /** Where the button is put, for who gives it the focus. */
  button: RefObject<HTMLButtonElement | null>;
  /** A question that was being added or edited when the page was closed: its form is open at once. */
  unfinished: Draft['editing'];
  /** Hears of every change to the form of a question, null when that is closed. */
  onDraft(id: string | null, editing: Draft['editing']): void;
  onSave(request: SaveRequest): Promise<boolean>;
  /** Other actions, beside the button. */
  children: ComponentChildren;
}

/** The button that opens the form for a new question, or that form. */
export function AddQuestion({ button, unfinished, onDraft, onSave, children }: Props) {
  const [draft, setDraft] = useState(unfinished);
  const close = () => {
    setDraft(null);
    onDraft(draft?.id ?? null, null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (draft) {
    const save = async (request: SaveRequest) => {
      const saved = await onSave(request);
      if (saved) close();
      return saved;
    };
    return (
      <QuestionEditor
        draft={draft}
        onDraft={(editing) => onDraft(draft.id, editing)}
        onSave={save}
        onCancel={close}
      />
    );
  }
  return (
    <p class="actions">
      <button type="button" ref={button} onClick={() => setDraft(NEW_QUESTION)}>
        {i18n.t('edit.add')}
      </button>
      {children}
    </p>
  );
}
