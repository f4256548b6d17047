import { useEffect, useRef } from 'preact/hooks';
import { i18n } from './i18n.ts';
import { useEscape } from './use-escape.ts';
import type { Notice } from './use-vault.ts';

/** The background keeps what it can undo for a minute; the offer goes a little earlier. */
const UNDO_SHOWN_MS = 55_000;
const SHOWN_MS = 15_000;

interface Props {
  notice: Notice | null;
  onUndo(): void;
  onClose(): void;
}

/** Says what was just done, and offers to take it back for as long as that is possible. */
export function NoticeBar({ notice, onUndo, onClose }: Props) {
  const words = useRef<HTMLParagraphElement>(null);
  // The buttons go when they are pressed; the words' place stays.
  const press = (work: () => void) => () => {
    words.current?.focus();
    work();
  };
  const bar = useRef<HTMLDivElement>(null);
  useEscape(
    notice &&
      (() => {
        if (bar.current?.contains(document.activeElement)) words.current?.focus();
        onClose();
      }),
  );
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(onClose, notice.undo ? UNDO_SHOWN_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div ref={bar} class={notice ? 'notice notice-shown' : 'notice'}>
      {/* A live region is read aloud when it changes, so it is there before. */}
      <p role="status" ref={words} tabIndex={-1}>
        {notice?.text}
      </p>
      {notice?.undo && (
        <button type="button" onClick={press(onUndo)}>
          {notice.undo}
        </button>
      )}
      {notice && (
        <button type="button" class="quiet" aria-label={i18n.t('page.close')} onClick={press(onClose)}>
          <span aria-hidden="true">✕</span>
        </button>
      )}
    </div>
  );
}
