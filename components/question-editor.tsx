import { useId, useState } from 'preact/hooks';
import type { Request } from '../lib/ask.ts';
import type { Draft } from '../lib/messages.ts';
import { AccountField } from './account-field.tsx';
import { AnswersField } from './answers-field.tsx';
import { Field } from './field.tsx';
import { GrowingText } from './growing-text.tsx';
import { i18n } from './i18n.ts';

export type SaveRequest = Request<'save'>;

export const NEW_QUESTION: SaveRequest = { id: null, account: null, question: '', answers: [''] };

interface Props {
  /** What the form begins with; `id` is null to add a question. */
  draft: SaveRequest;
  /** Hears of every change. */
  onDraft(editing: Draft['editing']): void;
  onSave(request: SaveRequest): Promise<boolean>;
  onCancel(): void;
}

/** The form for one question, to add or to edit; Esc leaves it as it was. Texts are taken letter for letter. */
export function QuestionEditor({ draft, onDraft, onSave, onCancel }: Props) {
  const id = useId();
  const [edited, setEdited] = useState(draft);
  const [isIncomplete, setIsIncomplete] = useState(false);

  const edit = (change: Partial<SaveRequest>) => {
    const next = { ...edited, ...change };
    setEdited(next);
    onDraft(next);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const answers = edited.answers.filter((text) => text.trim() !== '');
    const isComplete = edited.question.trim() !== '' && answers.length > 0;
    setIsIncomplete(!isComplete);
    if (isComplete) await onSave({ ...edited, answers });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // In a popup the browser would close the whole window.
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };

  return (
    <form class="editor" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <Field id={`${id}-q`} label={i18n.t('edit.question')} hint={i18n.t('edit.questionHint')}>
        {(props) => (
          // The owner asked for this form, so it may take the focus.
          <GrowingText
            {...props}
            focused
            value={edited.question}
            onInput={(question) => edit({ question })}
          />
        )}
      </Field>
      <AnswersField answers={edited.answers} onAnswers={(answers) => edit({ answers })} />
      <AccountField
        label={i18n.t('edit.account')}
        hint={i18n.t('edit.accountHint')}
        account={edited.account}
        onAccount={(account) => edit({ account })}
      />
      {isIncomplete && (
        <p class="alert" role="alert">
          {i18n.t('edit.missing')}
        </p>
      )}
      <p class="actions">
        <button type="submit" class="primary">
          {i18n.t('common.save')}
        </button>
        <button type="button" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </button>
      </p>
    </form>
  );
}
