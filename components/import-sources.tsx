import { useState } from 'preact/hooks';
import { i18n } from './i18n.ts';

interface Props {
  onFiles(files: Iterable<File>): void;
  onText(text: string): void;
}

/** The three ways in: choose files, drop them, paste their text. */
export function ImportSources({ onFiles, onText }: Props) {
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  return (
    <div class="sources">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is only a shortcut for the field inside */}
      <div
        class={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const { files, text } = droppedBy(event);
          if (files.length > 0) onFiles(files);
          else if (text) setPasted(text);
        }}
      >
        <label for="import-file">{i18n.t('import.file')}</label>
        <input
          id="import-file"
          type="file"
          multiple
          accept=".json,.enc,.key,.age,application/json,text/plain,application/octet-stream"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // The same file, mended and chosen again, has to count as a change.
            currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <p class="hint">{i18n.t('import.drop')}</p>
      </div>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          onText(pasted);
        }}
      >
        <label for="import-paste">{i18n.t('import.paste')}</label>
        <textarea
          id="import-paste"
          rows={4}
          spellcheck={false}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
        <button type="submit" disabled={pasted.trim() === ''}>
          {i18n.t('import.readPasted')}
        </button>
      </form>
    </div>
  );
}

/** What was dropped: files, or a text or link out of another window. */
function droppedBy({ dataTransfer }: DragEvent) {
  return { files: [...(dataTransfer?.files ?? [])], text: dataTransfer?.getData('text/plain') };
}
