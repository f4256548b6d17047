import { useId, useState } from 'preact/hooks';
import { i18n } from './i18n.ts';

interface Props {
  /** Null: what counts for all accounts. */
  account: string | null;
  questions: number;
  /** Every account with a name: taking one of these merges the two. */
  others: readonly string[];
  onMove(to: string): void;
  onDelete(): void;
}

/** One account with its number of questions; under another name its questions go there. */
export function AccountRow({ account, questions, others, onMove, onDelete }: Props) {
  const [name, setName] = useState(account ?? '');
  const id = useId();
  const to = name.trim();
  const merges = to !== account && others.includes(to);
  const submit = (event: Event) => {
    event.preventDefault();
    onMove(to);
  };
  return (
    <li class="row">
      <p>
        <strong>{account ?? i18n.t('common.allAccounts')}</strong>{' '}
        <span class="hint">{i18n.t('accounts.count', questions)}</span>
      </p>
      <form class="actions" onSubmit={submit}>
        <label for={id}>{i18n.t('accounts.name')}</label>
        <input
          id={id}
          value={name}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" disabled={to === '' || to === account}>
          {i18n.t(merges ? 'accounts.merge' : 'accounts.rename')}
        </button>
        <button type="button" class="quiet" onClick={onDelete}>
          {i18n.t('accounts.delete')}
        </button>
      </form>
    </li>
  );
}
