import { useState } from 'preact/hooks';
import type { ErrorCode } from '../lib/errors.ts';
import { ErrorAlert } from './error-alert.tsx';
import { i18n } from './i18n.ts';
import { PassphraseField } from './passphrase-field.tsx';
import type { LockedFile } from './read-qcm-file.ts';
import { useBusy } from './use-busy.ts';

interface Props {
  file: LockedFile;
  /** Why it could not be opened the last time. */
  error: ErrorCode | null;
  onOpen(secret: string): Promise<unknown>;
}

/** Asks for what opens an encrypted file: age's passphrase, or Fernet's key. */
export function LockedFileForm({ file, error, onOpen }: Props) {
  const [secret, setSecret] = useState('');
  const { busy, start } = useBusy();
  const isAge = file.kind === 'age';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start(() => onOpen(secret));
      }}
    >
      <p>{i18n.t(isAge ? 'import.locked.age' : 'import.locked.fernet', [file.name])}</p>
      <ErrorAlert code={error} />
      <PassphraseField
        label={i18n.t(isAge ? 'import.locked.passphrase' : 'import.locked.key')}
        value={secret}
        autocomplete="current-password"
        onInput={setSecret}
      />
      <button type="submit" disabled={secret === ''} aria-disabled={busy}>
        {i18n.t('import.locked.open')}
      </button>
    </form>
  );
}
