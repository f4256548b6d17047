import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Answer } from '../lib/challenge/answer.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import { AnswerLine } from './answer-line.tsx';
import { DataText } from './data-text.tsx';
import { overallStanding } from './overall-standing.ts';
import { QuestionEditor, type SaveRequest } from './question-editor.tsx';
import { StandingChip } from './standing-chip.tsx';

interface Props {
  question: QuestionSummary;
  onReveal(): Promise<Answer[] | null>;
  onDelete(): void;
  onSave: ((request: SaveRequest) => Promise<boolean>) | null;
}

/** One question; its answers come from the background only when the owner asks to see or edit them. */
export function QuestionRow({ question, onReveal, onDelete, onSave }: Props) {
  const [answers, setAnswers] = useState<Answer[] | null>(null);
  const [editing, setEditing] = useState<Answer[] | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const titleId = `question-${question.id}`;
  const several = question.standings.length > 1;

  const closeEditor = () => {
    setEditing(null);
    setAnswers(null);
    requestAnimationFrame(() => editButton.current?.focus());
  };

  if (editing && onSave) {
    const save = async (request: SaveRequest) => {
      const saved = await onSave({ ...request, id: question.id });
      if (saved) closeEditor();
      return saved;
    };
    return (
      <li class="row">
        <QuestionEditor question={question} answers={editing} onSave={save} onCancel={closeEditor} />
      </li>
    );
  }
  return (
    <li class="row">
      <DataText id={titleId} class="row-question" text={question.question} />
      <p class="row-facts">
        <StandingChip standing={overallStanding(question)} />
        {several && <span>{i18n.t('list.answers', question.standings.length)}</span>}
        {question.account !== null && <DataText class="account" text={question.account} />}
      </p>
      <div class="row-actions">
        <button
          type="button"
          aria-describedby={titleId}
          aria-expanded={answers !== null}
          onClick={async () => setAnswers(answers ? null : await onReveal())}
        >
          {i18n.t(answers ? 'list.hide' : 'list.reveal')}
        </button>
        {onSave && (
          <button
            type="button"
            ref={editButton}
            aria-describedby={titleId}
            onClick={async () => setEditing(await onReveal())}
          >
            {i18n.t('common.edit')}
          </button>
        )}
        <button type="button" class="quiet" aria-describedby={titleId} onClick={onDelete}>
          {i18n.t('common.delete')}
        </button>
      </div>
      {answers && (
        <ul class="row-answers">
          {answers.map((answer) => (
            <AnswerLine key={answer.text} answer={answer} />
          ))}
        </ul>
      )}
    </li>
  );
}
