import { i18n } from '#i18n';
import { QuestionList } from './question-list.tsx';
import type { Vault } from './use-vault.ts';

interface Props {
  vault: Vault;
  /** The search field has the focus at once. */
  searchFirst?: boolean;
  /** Questions can be edited in place. */
  editable?: boolean;
}

/** What is remembered: the list with its actions, or what to do when there is nothing yet. */
export function Answers({ vault, searchFirst = false, editable = false }: Props) {
  const { questions, status, isEmpty } = vault;
  const damaged = status?.damaged ?? 0;
  return (
    <>
      {damaged > 0 && <p class="warning">{i18n.t('vault.damaged', damaged)}</p>}
      {isEmpty && (
        <div class="empty">
          <h2>{i18n.t('list.empty.title')}</h2>
          <p>{i18n.t('list.empty.text')}</p>
        </div>
      )}
      {questions.length > 0 && (
        <QuestionList
          questions={questions}
          searchFirst={searchFirst}
          onReveal={(id) => vault.attempt('reveal', { id })}
          onDelete={(id) =>
            vault.change('delete', { ids: [id] }, ({ deleted }) => ({
              text: i18n.t('list.deleted', deleted),
              undo: i18n.t('common.cancel'),
            }))
          }
          onSave={
            editable
              ? (request) =>
                  vault.change('save', request, () => ({
                    text: i18n.t('edit.saved'),
                    undo: i18n.t('common.cancel'),
                  }))
              : null
          }
        />
      )}
    </>
  );
}
