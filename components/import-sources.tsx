import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n.ts';

interface Props {
  onFiles(files: Iterable<File>): void;
  onText(text: string): void;
}

/** The three ways in: choose files, drop them, paste their text. */
export function ImportSources({ onFiles, onText }: Props) {
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const take = (event: DragEvent) => {
    setOver(false);
    const { files, text } = droppedBy(event);
    if (files.length > 0) onFiles(files);
    else if (text) setPasted(text);
  };
  useDrop((event) => hasFiles(event) || isIn(box.current, event), setOver, take);
  return (
    <div class="sources">
      <div ref={box} class={over ? 'drop drop-over' : 'drop'}>
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

/**
 * Takes what is dropped anywhere on the page and `isWanted`: a file that is dropped beside its place would be opened by the
 * browser in place of the page.
 */
function useDrop(
  isWanted: (event: DragEvent) => boolean,
  onOver: (isOver: boolean) => void,
  onDrop: (event: DragEvent) => void,
): void {
  const latest = useRef({ isWanted, onOver, onDrop });
  latest.current = { isWanted, onOver, onDrop };
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!latest.current.isWanted(event)) return;
      event.preventDefault();
      latest.current.onOver(true);
    };
    const leave = () => latest.current.onOver(false);
    const drop = (event: DragEvent) => {
      if (!latest.current.isWanted(event)) return;
      event.preventDefault();
      latest.current.onDrop(event);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function isIn(place: Element | null, { target }: DragEvent): boolean {
  return target instanceof Node && (place?.contains(target) ?? false);
}

/** What was dropped: files, or a text or link out of another window. */
function droppedBy({ dataTransfer }: DragEvent) {
  return { files: [...(dataTransfer?.files ?? [])], text: dataTransfer?.getData('text/plain') };
}
