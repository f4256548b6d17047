import type { ErrorCode } from '../lib/errors.ts';
import { i18n } from './i18n.ts';

const KEYS = {
  'not-allowed': 'error.notAllowed',
  'bad-request': 'error.badRequest',
  'vault-absent': 'error.vaultAbsent',
  'vault-locked': 'error.vaultLocked',
  'vault-key-lost': 'error.vaultKeyLost',
  'vault-damaged': 'error.vaultDamaged',
  'vault-newer': 'error.vaultNewer',
  'vault-parameters': 'error.vaultParameters',
  'wrong-passphrase': 'error.wrongPassphrase',
  'passphrase-weak': 'error.passphraseWeak',
  'storage-refused': 'error.storageRefused',
  'storage-full': 'error.storageFull',
  'record-damaged': 'error.recordDamaged',
  'record-changed': 'error.recordChanged',
  'undo-expired': 'error.undoExpired',
  'backup-key-bad': 'error.backupKeyBad',
  'backup-token-bad': 'error.backupTokenBad',
  'backup-passphrase-wrong': 'error.backupPassphraseWrong',
  'backup-age-bad': 'error.backupAgeBad',
  interrupted: 'error.interrupted',
  internal: 'error.internal',
} as const satisfies Record<ErrorCode, string>;

/** What to tell the owner about an error: what happened, and what to do about it. */
export function errorSentence(code: ErrorCode): string {
  return i18n.t(KEYS[code]);
}
