import { useId } from 'preact/hooks';
import { Field } from './field.tsx';
import { i18n } from './i18n.ts';

interface Props {
  label: string;
  hint: string;
  account: string | null;
  onAccount(account: string | null): void;
}

/** The identifier of an account; left empty it means what is common to all accounts, which is null. */
export function AccountField({ label, hint, account, onAccount }: Props) {
  return (
    <Field id={useId()} label={label} hint={hint}>
      {(props) => (
        <input
          {...props}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder={i18n.t('common.commonToAll')}
          value={account ?? ''}
          onInput={(event) => onAccount(event.currentTarget.value.trim() || null)}
        />
      )}
    </Field>
  );
}
