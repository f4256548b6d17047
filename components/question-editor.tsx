import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Request } from '../lib/ask.ts';
import type { Answer } from '../lib/challenge/answer.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import { AccountField } from './account-field.tsx';
import { Field } from './field.tsx';

export type SaveRequest = Request<'save'>;

interface Props {
  /** Null to add one. */
  question: QuestionSummary | null;
  answers: readonly Answer[];
  onSave(request: SaveRequest): Promise<boolean>;
  onCancel(): void;
}

/** The form for one question, to add or to edit; Esc leaves it as it was. Texts are taken letter for letter. */
export function QuestionEditor({ question, answers, onSave, onCancel }: Props) {
  const id = useId();
  const [text, setText] = useState(question?.question ?? '');
  const [lines, setLines] = useState(usable(answers).join('\n'));
  const [account, setAccount] = useState(question?.account ?? null);
  const [incomplete, setIncomplete] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    const texts = lines.split(/\r?\n/).filter((line) => line.trim() !== '');
    const complete = text.trim() !== '' && texts.length > 0;
    setIncomplete(!complete);
    if (complete) await onSave({ id: question?.id ?? null, account, question: text, answers: texts });
  };

  return (
    <form
      class="editor"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <Field id={`${id}-q`} label={i18n.t('edit.question')} hint={i18n.t('edit.questionHint')}>
        {(props) => (
          // The owner asked for this form, so it may take the focus.
          <input
            {...props}
            ref={focusOnce}
            lang="fr"
            dir="auto"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field id={`${id}-a`} label={i18n.t('edit.answers')} hint={i18n.t('edit.answersHint')}>
        {(props) => (
          <textarea
            {...props}
            rows={3}
            lang="fr"
            dir="auto"
            value={lines}
            onInput={(event) => setLines(event.currentTarget.value)}
          />
        )}
      </Field>
      <AccountField
        label={i18n.t('edit.account')}
        hint={i18n.t('edit.accountHint')}
        account={account}
        onAccount={setAccount}
      />
      {incomplete && (
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

function usable(answers: readonly Answer[]): string[] {
  return answers.filter(({ standing }) => standing !== 'refused').map(({ text }) => text);
}

function focusOnce(input: HTMLElement | null): void {
  input?.focus();
}
