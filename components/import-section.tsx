import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ImportPreview } from './import-preview.tsx';
import { ImportSources } from './import-sources.tsx';
import { LockedFileForm } from './locked-file-form.tsx';
import { RefusalAlert } from './refusal-alert.tsx';
import { useImport } from './use-import.ts';
import type { Vault } from './use-vault.ts';

/** Import in three steps: choose, see what it would do, confirm. */
export function ImportSection({ vault }: { vault: Vault }) {
  const flow = useImport(vault);
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus goes with the preview, so it returns to where the import began.
  const backToStart = () => heading.current?.focus();
  return (
    <section id="importer" class="panel" aria-labelledby="import-title">
      <h2 id="import-title" ref={heading} tabIndex={-1}>
        {i18n.t('section.import')}
      </h2>
      <p class="hint">{i18n.t('import.intro')}</p>
      <ImportSources onFiles={flow.takeFiles} onText={flow.takeText} />
      {flow.locked.map((file) => (
        <LockedFileForm
          key={file.name}
          file={file}
          error={flow.lockError}
          onOpen={(secret) => flow.unlockFile(file, secret)}
        />
      ))}
      {flow.refusals.map((refusal) => (
        <RefusalAlert key={refusal.name} refusal={refusal} />
      ))}
      {flow.sources.length > 0 && (
        <ImportPreview
          sources={flow.sources}
          entries={flow.entries}
          foreseen={flow.foreseen}
          choices={flow.choices}
          repairExample={flow.repairExample}
          onReveal={flow.reveal}
          onChoose={flow.choose}
          onSubmit={async () => {
            await flow.submit();
            backToStart();
          }}
          onAbandon={() => {
            flow.abandon();
            backToStart();
          }}
        />
      )}
    </section>
  );
}
