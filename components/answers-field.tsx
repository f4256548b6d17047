import { useId, useRef } from 'preact/hooks';
import { GrowingText } from './growing-text.tsx';
import { i18n } from './i18n.ts';

interface Props {
  answers: readonly string[];
  onAnswers(answers: string[]): void;
}

/** The answers of a question, in their order, the preferred last: to write, move, take out and add. */
export function AnswersField({ answers, onAnswers }: Props) {
  const id = useId();
  const fields = useRef<HTMLFieldSetElement>(null);
  const focus = (place: number) =>
    requestAnimationFrame(() => fields.current?.querySelectorAll('textarea')[place]?.focus());

  const move = (from: number, to: number) => {
    const [moved] = answers.slice(from, from + 1);
    if (moved === undefined || to < 0 || to >= answers.length) return;
    onAnswers(answers.toSpliced(from, 1).toSpliced(to, 0, moved));
    focus(to);
  };
  const remove = (place: number) => {
    onAnswers(answers.toSpliced(place, 1));
    focus(Math.max(0, place - 1));
  };
  const add = () => {
    onAnswers([...answers, '']);
    focus(answers.length);
  };

  return (
    <fieldset class="answer-fields" ref={fields} aria-describedby={`${id}-hint`}>
      <legend>{i18n.t('edit.answers')}</legend>
      <p class="hint" id={`${id}-hint`}>
        {i18n.t('edit.answersHint')}
      </p>
      <ol>
        {answers.map((answer, place) => (
          // An answer is known by its place alone while it is being written.
          <li key={`${id}-${place}`}>
            <label for={`${id}-${place}`}>{i18n.t('edit.answer', [place + 1])}</label>
            <GrowingText
              id={`${id}-${place}`}
              value={answer}
              onInput={(text) => onAnswers(answers.with(place, text))}
              onKeyDown={(event) => {
                const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (!event.altKey || step === undefined) return;
                event.preventDefault();
                move(place, place + step);
              }}
            />
            {answers.length > 1 && (
              <span class="answer-moves">
                <IconButton
                  label={i18n.t('edit.up', [place + 1])}
                  sign="↑"
                  isOff={place === 0}
                  onPress={() => move(place, place - 1)}
                />
                <IconButton
                  label={i18n.t('edit.down', [place + 1])}
                  sign="↓"
                  isOff={place === answers.length - 1}
                  onPress={() => move(place, place + 1)}
                />
                <IconButton
                  label={i18n.t('edit.remove', [place + 1])}
                  sign="✕"
                  isOff={false}
                  onPress={() => remove(place)}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      <p>
        <button type="button" onClick={add}>
          {i18n.t('edit.addAnswer')}
        </button>
      </p>
    </fieldset>
  );
}

function IconButton(props: { label: string; sign: string; isOff: boolean; onPress(): void }) {
  return (
    <button
      type="button"
      class="quiet"
      aria-label={props.label}
      disabled={props.isOff}
      onClick={props.onPress}
    >
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}
