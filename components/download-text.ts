/** Firefox reads the file some time after the click; a minute is long past that. */
const KEPT_MS = 60_000;

/** Hands the owner a text as a file called `name`, in UTF-8, without any network. */
export function downloadText(name: string, text: string): void {
  const type = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
