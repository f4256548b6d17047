import { useState } from 'preact/hooks';
import type { Answer } from '../lib/challenge/answer.ts';
import { AnswerDetails } from './answer-details.tsx';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';
import { StatusChip } from './status-chip.tsx';

interface Props {
  answer: Answer;
  /** Copies a text for a while, and returns whether that was done. */
  onCopy(text: string): Promise<boolean>;
}

/** One revealed answer, to read or to copy. */
export function AnswerLine({ answer, onCopy }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <li class="answer">
      <DataText text={answer.text} />
      <StatusChip status={answer.standing} />
      <button type="button" onClick={async () => setCopied(await onCopy(answer.text))}>
        {i18n.t('list.copy')}
      </button>
      <span class="copied" role="status">
        {copied !== null && i18n.t(copied ? 'list.copied' : 'list.copyFailed')}
      </span>
      <AnswerDetails answer={answer} />
    </li>
  );
}
