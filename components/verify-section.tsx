import { useEffect, useRef } from 'preact/hooks';
import { i18n } from './i18n.ts';
import type { Vault } from './use-vault.ts';
import { useVerify } from './use-verify.ts';
import { keyOf } from './verify-keys.ts';
import { VerifyQuestion } from './verify-question.tsx';

/** The questions with several answers and none confirmed: one at a time, settled by one key. */
export function VerifySection({ vault }: { vault: Vault }) {
  const queue = useVerify(vault);
  const { current, answers } = queue;
  const section = useRef<HTMLElement>(null);
  const isDone = current === null && queue.hasMoved;
  useEffect(() => {
    if (isDone) section.current?.focus();
  }, [isDone]);
  // Keys count only while the focus is in here, where a click puts it too.
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === null) return;
    if (key === 'leave') leave();
    else if (key === 'undo' && queue.canGoBack) void queue.back();
    else if (key === 'skip' && current) queue.skip();
    else if (typeof key === 'number' && answers?.[key - 1] !== undefined)
      void queue.settle(answers[key - 1] ?? '');
    else return;
    event.preventDefault();
  };
  return (
    <section
      id="verifier"
      ref={section}
      class="panel"
      aria-labelledby="verify-title"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h2 id="verify-title">{i18n.t('section.verify')}</h2>
      {current ? (
        <>
          <p class="hint">{i18n.t('verify.intro')}</p>
          <p class="verify-progress">
            <progress value={queue.place - 1} max={queue.total} aria-hidden="true" />
            <span>{i18n.t('verify.progress', [queue.place, queue.total])}</span>
          </p>
          {answers && (
            <VerifyQuestion
              question={current}
              answers={answers}
              // At first the section's own heading has it, unless the tab opened here.
              focused={queue.hasMoved || document.activeElement === document.body}
              onSettle={queue.settle}
            />
          )}
          <p class="hint">{i18n.t('verify.keys')}</p>
        </>
      ) : (
        <div class="empty" role="status">
          <p>{queue.skipped > 0 ? i18n.t('verify.skipped', queue.skipped) : i18n.t('verify.none')}</p>
          {queue.skipped > 0 && (
            <button type="button" onClick={queue.again}>
              {i18n.t('verify.again')}
            </button>
          )}
        </div>
      )}
      <p class="actions">
        {current && (
          <button type="button" aria-keyshortcuts="S" onClick={queue.skip}>
            {i18n.t('verify.skip')}{' '}
            <span class="key" aria-hidden="true">
              S
            </span>
          </button>
        )}
        <button type="button" aria-keyshortcuts="U" disabled={!queue.canGoBack} onClick={queue.back}>
          {i18n.t('verify.undo')}{' '}
          <span class="key" aria-hidden="true">
            U
          </span>
        </button>
        <button type="button" class="quiet" aria-keyshortcuts="Escape" onClick={leave}>
          {i18n.t('verify.leave')}{' '}
          <span class="key" aria-hidden="true">
            {i18n.t('verify.escape')}
          </span>
        </button>
      </p>
    </section>
  );
}

/** Back to the list, as by its link. */
function leave(): void {
  location.hash = 'reponses';
}
