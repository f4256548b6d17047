import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  label: string;
  hint: string;
  /** Gives the control, from the attributes that tie it to its label and hint. */
  children(props: { id: string; 'aria-describedby': string }): ComponentChildren;
}

/** A control with its visible label and one line of help. */
export function Field({ id, label, hint, children }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint` })}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
