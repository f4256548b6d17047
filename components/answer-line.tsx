import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Answer } from '../lib/challenge/answer.ts';
import { DataText } from './data-text.tsx';
import { StandingChip } from './standing-chip.tsx';

/** One revealed answer, to read or to copy. */
export function AnswerLine({ answer }: { answer: Answer }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(answer.text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <li class="answer">
      <DataText text={answer.text} />
      <StandingChip standing={answer.standing} />
      <button type="button" onClick={copy}>
        {i18n.t('list.copy')}
      </button>
      <span class="copied" role="status">
        {copied !== null && i18n.t(copied ? 'list.copied' : 'list.copyFailed')}
      </span>
    </li>
  );
}
