import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { i18n } from './i18n.ts';

interface Props {
  /** Where the field itself is put, for who gives it the focus. */
  input: RefObject<HTMLInputElement | null>;
  query: string;
  /** Takes the focus as soon as it is there. */
  focused: boolean;
  onQuery(query: string): void;
  /** The arrow down leads into what was found. */
  onDown(): void;
}

/** The search field; `/` brings the focus to it from anywhere outside a text field, Esc empties it. */
export function SearchField({ input, query, focused, onQuery, onDown }: Props) {
  // As it appears, and no frame later: something else may have the focus by then.
  useLayoutEffect(() => {
    if (focused) input.current?.focus();
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTextField(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const work = { ArrowDown: onDown, ...(query !== '' && { Escape: () => onQuery('') }) }[event.key];
    if (!work) return;
    // With something in the field, Esc in a popup would close the whole window.
    event.preventDefault();
    work();
  };
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
      onKeyDown={onKeyDown}
    />
  );
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
  );
}
