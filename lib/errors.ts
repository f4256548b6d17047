/** Everything that can go wrong across a context's border, as a closed set; each has its sentence in `locales`. */
export const ERROR_CODES = [
  'not-allowed',
  'bad-request',
  'vault-absent',
  'vault-locked',
  'vault-key-lost',
  'vault-damaged',
  'vault-newer',
  'vault-parameters',
  'wrong-passphrase',
  'passphrase-weak',
  'storage-refused',
  'storage-full',
  'record-damaged',
  'record-changed',
  'undo-expired',
  'backup-key-bad',
  'backup-token-bad',
  'backup-passphrase-wrong',
  'backup-age-bad',
  'interrupted',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error that may cross to another context: its code, and nothing else, is what the other side sees. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** The code of whatever was thrown; `internal` for what has none. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof CodedError ? error.code : 'internal';
}
