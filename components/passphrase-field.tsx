import type { TargetedInputEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from './i18n.ts';

interface Props {
  label: string;
  hint?: string;
  value: string;
  /** What a password manager is to make of it. */
  autocomplete: 'current-password' | 'new-password';
  focused?: boolean;
  onInput(value: string): void;
}

/** A passphrase, typed once: it can be shown instead of being typed twice. Pasting is welcome. */
export function PassphraseField({ label, hint, value, autocomplete, focused = false, onInput }: Props) {
  const [shown, setShown] = useState(false);
  const id = useId();
  const input = {
    id,
    value,
    autocomplete,
    class: 'passphrase',
    autocapitalize: 'off' as const,
    spellcheck: false as const,
    maxLength: 1000,
    ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
    ref: focused ? focusOnce : null,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="actions">
        {shown ? <input {...input} type="text" /> : <input {...input} type="password" />}
        <button type="button" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
          {i18n.t('lock.reveal')}
        </button>
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
