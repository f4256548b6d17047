import type { ErrorCode } from '../lib/errors.ts';
import { errorSentence } from './error-sentence.ts';

/** The sentence for what went wrong, read aloud at once; nothing when nothing did. */
export function ErrorAlert({ code }: { code: ErrorCode | null }) {
  return (
    code && (
      <p class="alert" role="alert">
        {errorSentence(code)}
      </p>
    )
  );
}
