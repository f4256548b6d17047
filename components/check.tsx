import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
  /** One line of help. */
  children?: ComponentChildren;
}

/** A checkbox with its label, and one line of help where there is something to say. */
export function Check({ label, checked, onChange, children }: Props) {
  const id = useId();
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        aria-describedby={children ? `${id}-hint` : undefined}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {children && (
          <p class="hint" id={`${id}-hint`}>
            {children}
          </p>
        )}
      </div>
    </div>
  );
}
