import { useEffect, useRef } from 'preact/hooks';
import type { QuestionSummary } from '../lib/messages.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';

/** Answers that a key chooses; the others take a click. */
export const WITH_KEY = 9;

interface Props {
  question: QuestionSummary;
  answers: readonly string[];
  /** It takes the focus, so that it is read aloud. */
  focused: boolean;
  onSettle(answer: string): void;
}

/** One question to verify, with its answers to choose from. */
export function VerifyQuestion({ question, answers, focused, onSettle }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) title.current?.focus();
  }, [question.id]);
  return (
    <>
      <h3 ref={title} id="verify-question" tabIndex={-1}>
        <DataText text={question.question} />
      </h3>
      {question.account !== null && <DataText class="account" text={question.account} />}
      <ol class="verify-answers" aria-label={i18n.t('verify.answers')}>
        {answers.map((answer, place) => (
          <li key={answer}>
            <button
              type="button"
              aria-describedby="verify-question"
              {...(place < WITH_KEY && { 'aria-keyshortcuts': String(place + 1) })}
              onClick={() => onSettle(answer)}
            >
              {place < WITH_KEY && (
                <span class="key" aria-hidden="true">
                  {place + 1}
                </span>
              )}
              <DataText text={answer} />
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
