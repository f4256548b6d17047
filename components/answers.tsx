import { useRef } from 'preact/hooks';
import { AddQuestion } from './add-question.tsx';
import { DeleteAllDialog } from './delete-all-dialog.tsx';
import { i18n } from './i18n.ts';
import type { SaveRequest } from './question-editor.tsx';
import { QuestionList } from './question-list.tsx';
import type { QuestionStatus } from './question-status.ts';
import { useDraft } from './use-draft.ts';
import type { Vault } from './use-vault.ts';

interface Props {
  vault: Vault;
  /** For the popup: less of it, and what is unfinished is kept when it closes. */
  compact?: boolean;
  /** What the list is narrowed to at first; null for nothing. */
  status?: QuestionStatus | null;
}

/** All that is remembered, to find, read, add to, edit and delete; or what to do when there is nothing yet. */
export function Answers({ vault, compact = false, status = null }: Props) {
  const { questions, damaged, isEmpty, isPartial } = vault;
  const { draft, keepQuery, keepEditing } = useDraft(compact ? vault.drafts : null);
  const addButton = useRef<HTMLButtonElement>(null);
  const undo = i18n.t('common.undo');
  const save = (request: SaveRequest) =>
    vault.change('save', request, () => ({ text: i18n.t('edit.saved'), undo }));
  const remove = (ids: string[] | null) =>
    vault.change('delete', { ids }, ({ deleted }) => ({
      text: i18n.t('list.deleted', deleted),
      undo: deleted > 0 ? undo : null,
    }));

  if (!draft) return null;
  return (
    <>
      {damaged > 0 && <p class="warning">{i18n.t('vault.damaged', damaged)}</p>}
      <AddQuestion button={addButton} unfinished={draft.editing} onDraft={keepEditing} onSave={save}>
        {/* It asks with the count, so it waits until that is known. */}
        {!compact && !isPartial && questions.length > 0 && (
          <DeleteAllDialog
            count={questions.length}
            onConfirm={async () => {
              // The dialog and its button are gone with the questions.
              if (await remove(null)) addButton.current?.focus();
            }}
          />
        )}
      </AddQuestion>
      {isEmpty && (
        <div class="empty">
          <h2>{i18n.t('list.empty.title')}</h2>
          <p>{i18n.t('list.empty.text')}</p>
        </div>
      )}
      {questions.length > 0 && (
        <QuestionList
          questions={questions}
          compact={compact}
          query={draft.query}
          status={status}
          onQuery={keepQuery}
          onReveal={(id) => vault.attempt('reveal', { id })}
          onCopy={vault.copy}
          onDelete={remove}
          onSave={save}
          onDraft={keepEditing}
        />
      )}
    </>
  );
}
