import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** Where the field itself is put, for who gives it the focus. */
  input: RefObject<HTMLInputElement | null>;
  query: string;
  /** Takes the focus as soon as it is there. */
  focused: boolean;
  onQuery(query: string): void;
}

/** The search field; `/` brings the focus to it from anywhere outside a text field. */
export function SearchField({ input, query, focused, onQuery }: Props) {
  useEffect(() => {
    if (focused) input.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTextField(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <input
      ref={input}
      class="search"
      type="search"
      aria-label={i18n.t('list.search')}
      aria-keyshortcuts="/"
      placeholder={i18n.t('list.search')}
      value={query}
      onInput={(event) => onQuery(event.currentTarget.value)}
    />
  );
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
  );
}
