import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  id: string;
  'aria-describedby'?: string;
  value: string;
  focused?: boolean;
  onInput(value: string): void;
  onKeyDown?(event: KeyboardEvent): void;
}

/**
 * A field for a question or an answer: as high as its text, which it keeps letter for letter, line ends too. Enter sends
 * the form, as in a field of one line.
 */
export function GrowingText({ focused = false, onInput, onKeyDown, ...props }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // As it appears, and no frame later: what is typed into another field by then would go on in this one.
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, []);
  return (
    <textarea
      {...props}
      ref={field}
      rows={1}
      lang="fr"
      dir="auto"
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}
