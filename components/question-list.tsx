import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Answer } from '../lib/challenge/answer.ts';
import { fold } from '../lib/challenge/fold.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import type { SaveRequest } from './question-editor.tsx';
import { QuestionRow } from './question-row.tsx';
import { SearchField } from './search-field.tsx';

/** Rows shown at first, and added each time; find-in-page and screen readers work on all that are there. */
const CHUNK = 200;

interface Props {
  questions: readonly QuestionSummary[];
  searchFirst: boolean;
  onReveal(id: string): Promise<Answer[] | null>;
  onDelete(id: string): Promise<boolean>;
  /** Null where questions cannot be edited. */
  onSave: ((request: SaveRequest) => Promise<boolean>) | null;
}

/** The remembered questions, searched by question and account without regard to accents or case. */
export function QuestionList({ questions, searchFirst, onReveal, onDelete, onSave }: Props) {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(CHUNK);
  const list = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const found = matching(questions, query);

  const remove = async (id: string) => {
    // The button that had the focus goes with its row.
    if (await onDelete(id)) list.current?.focus();
  };
  // So does the form of a question that was renamed; a row that stays takes the focus back.
  const save =
    onSave &&
    (async (request: SaveRequest) => {
      const saved = await onSave(request);
      if (saved) list.current?.focus();
      return saved;
    });
  const clear = () => {
    setQuery('');
    search.current?.focus();
  };

  return (
    <div class="answers">
      <SearchField input={search} query={query} focused={searchFirst} onQuery={setQuery} />
      <p class="count" role="status">
        {i18n.t('list.found', found.length)}
      </p>
      {found.length === 0 && (
        <div class="empty">
          <p>{i18n.t('list.noResult', [query])}</p>
          <button type="button" onClick={clear}>
            {i18n.t('list.clear')}
          </button>
        </div>
      )}
      <ul class="rows" ref={list} tabIndex={-1} aria-label={i18n.t('section.answers')}>
        {found.slice(0, shown).map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            onReveal={() => onReveal(question.id)}
            onDelete={() => remove(question.id)}
            onSave={save}
          />
        ))}
      </ul>
      {found.length > shown && (
        <button type="button" class="more" onClick={() => setShown(shown + CHUNK)}>
          {i18n.t('common.more')}
        </button>
      )}
    </div>
  );
}

function matching(questions: readonly QuestionSummary[], query: string): readonly QuestionSummary[] {
  const wanted = fold(query);
  return wanted === ''
    ? questions
    : questions.filter(({ question, account }) => fold(`${question}\n${account ?? ''}`).includes(wanted));
}
