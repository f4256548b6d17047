import { all } from './dom.ts';

/** The login form's field for the identifier, as the page has it, then as any login form would. */
const IDENTIFIER_FIELDS = ['input#username', 'input[name="username"]', 'input[autocomplete~="username"]'];

/**
 * Remembers the identifier as it is typed in the login form, never the password. The function returned gives it, or
 * null when no form was seen; the form may have left the page by the time that the question comes.
 */
export function watchIdentifier(document: Document, signal: AbortSignal): () => string | null {
  let last: string | null = null;
  const read = () => {
    const fields = IDENTIFIER_FIELDS.flatMap((selector) => all<HTMLInputElement>(document, selector));
    last = fields.map((field) => field.value.trim()).find((value) => value !== '') ?? last;
    return last;
  };
  for (const type of ['input', 'change', 'submit']) {
    document.addEventListener(type, read, { capture: true, passive: true, signal });
  }
  return read;
}
