import { useRef } from 'preact/hooks';
import { i18n } from './i18n.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportSources } from './import-sources.tsx';
import { LockedFileForm } from './locked-file-form.tsx';
import { RefusalAlert } from './refusal-alert.tsx';
import { useImport } from './use-import.ts';
import type { Vault } from './use-vault.ts';

/** Import in three steps: choose, see what it would do, confirm. */
export function ImportSection({ vault }: { vault: Vault }) {
  const flow = useImport(vault);
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  // What had the focus goes with the preview, so it returns to where the import began.
  const backToStart = () => heading.current?.focus();
  return (
    <section id="importer" class="panel" aria-labelledby="import-title">
      <h2 id="import-title" ref={heading} tabIndex={-1}>
        {i18n.t('section.import')}
      </h2>
      <p class="hint">{i18n.t('import.intro')}</p>
      <ImportSources onFiles={flow.takeFiles} onText={flow.takeText} />
      {flow.locked.map(({ id, file, error }) => (
        <LockedFileForm
          key={id}
          file={file}
          error={error}
          onOpen={(secret) => flow.unlockFile(file, secret)}
        />
      ))}
      {flow.refusals.map((refusal) => (
        <RefusalAlert key={refusal.name} refusal={refusal} />
      ))}
      {flow.read.sources.length > 0 && (
        <ImportPreview
          sources={flow.read.sources}
          questions={flow.questions}
          hasLists={flow.hasLists}
          foreseen={flow.foreseen}
          isForeseen={flow.isForeseen}
          choices={flow.choices}
          repairExample={flow.repairExample}
          onReveal={flow.reveal}
          onChoose={flow.choose}
          onSubmit={async () => {
            if (await flow.submit()) backToStart();
          }}
          onAbandon={() => {
            flow.abandon();
            backToStart();
          }}
        />
      )}
      {flow.work && (
        <ImportProgress
          phase={flow.work.name}
          done={flow.work.done}
          onCancel={() => {
            flow.cancel();
            words.current?.focus();
          }}
        />
      )}
      <p role="status" class="hint" ref={words} tabIndex={-1}>
        {flow.isCancelled && i18n.t('import.progress.cancelled')}
        {flow.keys.length > 0 && i18n.t('import.keyWaits')}
      </p>
    </section>
  );
}
