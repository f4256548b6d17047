import { i18n } from './i18n.ts';
import { PassphraseField } from './passphrase-field.tsx';

interface Props {
  value: string;
  onInput(passphrase: string): void;
}

/** Asks for a passphrase where a vault can only be made with one, and says why, and what is lost with a forgotten one. */
export function RequiredPassphrase({ value, onInput }: Props) {
  return (
    <>
      <p class="warning">{i18n.t('consent.passphraseOnly')}</p>
      <PassphraseField
        label={i18n.t('lock.new')}
        hint={i18n.t('lock.newHint')}
        value={value}
        autocomplete="new-password"
        onInput={onInput}
      />
      <p class="warning">{i18n.t('lock.forgotten')}</p>
    </>
  );
}
