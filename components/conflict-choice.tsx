import { useId } from 'preact/hooks';
import type { ConflictChoice } from '../lib/qcm/join-answers.ts';
import { i18n } from './i18n.ts';

const KEYS = {
  mine: 'import.conflict.mine',
  both: 'import.conflict.both',
  file: 'import.conflict.file',
} as const satisfies Record<ConflictChoice, string>;

interface Props {
  legend: string;
  /** Id of what says which question this is about, where the legend alone does not. */
  about?: string;
  choices: readonly ConflictChoice[];
  value: ConflictChoice;
  onChoose(choice: ConflictChoice): void;
}

/** What becomes of one conflict, or of all. */
export function ConflictChoices({ legend, about, choices, value, onChoose }: Props) {
  const id = useId();
  return (
    <fieldset class="conflict-choices" {...(about && { 'aria-describedby': about })}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input type="radio" name={id} checked={choice === value} onChange={() => onChoose(choice)} />
          {i18n.t(KEYS[choice])}
        </label>
      ))}
    </fieldset>
  );
}
