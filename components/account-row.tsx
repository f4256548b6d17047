import { useId, useState } from 'preact/hooks';
import { i18n } from './i18n.ts';

const NAMED = { move: 'accounts.rename', remove: 'accounts.delete' } as const;
/** What is common to all has no name to change, and is no account to delete. */
const COMMON = { move: 'accounts.give', remove: 'accounts.deleteCommon' } as const;

interface Props {
  /** Null: what is common to all accounts. */
  account: string | null;
  questions: number;
  /** Every account with a name: taking one of these merges the two. */
  others: readonly string[];
  onMove(to: string): void;
  onDelete(): void;
}

/**
 * One account with its number of questions; under another name its questions go there. Each control is described by the
 * account, as the rows sound alike otherwise.
 */
export function AccountRow({ account, questions, others, onMove, onDelete }: Props) {
  const [name, setName] = useState(account ?? '');
  const id = useId();
  const accountId = `${id}-account`;
  const words = account === null ? COMMON : NAMED;
  const to = name.trim();
  const merges = to !== account && others.includes(to);
  const submit = (event: Event) => {
    event.preventDefault();
    onMove(to);
  };
  return (
    <li class="row">
      <p>
        <strong id={accountId}>{account ?? i18n.t('common.commonToAll')}</strong>{' '}
        <span class="hint">{i18n.t('accounts.count', questions)}</span>
      </p>
      <form class="actions" onSubmit={submit}>
        <label for={id}>{i18n.t('accounts.name')}</label>
        <input
          id={id}
          aria-describedby={accountId}
          value={name}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" aria-describedby={accountId} disabled={to === '' || to === account}>
          {i18n.t(merges ? 'accounts.merge' : words.move)}
        </button>
        <button type="button" class="quiet" aria-describedby={accountId} onClick={onDelete}>
          {i18n.t(words.remove)}
        </button>
      </form>
    </li>
  );
}
