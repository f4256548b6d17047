import { toVerify } from '../lib/challenge/to-verify.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import { i18n } from './i18n.ts';

/** How many questions are to verify, as a link to where they are settled; nothing where there are none. */
export function VerifyLink({ questions }: { questions: readonly QuestionSummary[] }) {
  const count = toVerify(questions).length;
  if (count === 0) return null;
  return (
    <p>
      <a class="verify-link" href="/options.html#verifier" target="_blank" rel="noopener">
        {i18n.t('verify.count', count)}
      </a>
    </p>
  );
}
