import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Answers } from './answers.tsx';
import { DeleteAllDialog } from './delete-all-dialog.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { RescueSection } from './rescue-section.tsx';
import type { Vault } from './use-vault.ts';

/** All that is remembered, to read, add to, edit and delete. */
export function AnswersSection({ vault }: { vault: Vault }) {
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const undo = i18n.t('common.cancel');
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => addButton.current?.focus());
  };
  return (
    <>
      <section id="reponses" class="panel" aria-labelledby="answers-title">
        <h2 id="answers-title">{i18n.t('section.answers')}</h2>
        {adding ? (
          <QuestionEditor
            question={null}
            answers={[]}
            onCancel={close}
            onSave={async (request) => {
              const saved = await vault.change('save', request, () => ({ text: i18n.t('edit.saved'), undo }));
              if (saved) close();
              return saved;
            }}
          />
        ) : (
          <p class="actions">
            <button type="button" ref={addButton} onClick={() => setAdding(true)}>
              {i18n.t('edit.add')}
            </button>
            {vault.questions.length > 0 && (
              <DeleteAllDialog
                count={vault.questions.length}
                onConfirm={async () => {
                  const deleted = await vault.change('delete', { ids: 'all' }, (value) => ({
                    text: i18n.t('list.deleted', value.deleted),
                    undo,
                  }));
                  // The dialog and its button are gone with the questions.
                  if (deleted) addButton.current?.focus();
                }}
              />
            )}
          </p>
        )}
        <Answers vault={vault} editable />
      </section>
      {(vault.status?.damaged ?? 0) > 0 && <RescueSection vault={vault} />}
    </>
  );
}
