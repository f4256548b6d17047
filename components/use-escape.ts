import { useEffect, useRef } from 'preact/hooks';

/**
 * Has Esc close a layer, which in a popup would close the whole window; `close` is null while there is none. What has the
 * focus hears the key first, and an open dialog closes by itself.
 */
export function useEscape(close: (() => void) | null): void {
  const latest = useRef(close);
  latest.current = close;
  const isOpen = close !== null;
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen]);
}
