import { isRawExport } from '../lib/vault/raw-export.ts';

/** A file that is no list of answers, and is better called by its name than by where its JSON breaks. */
export type ForeignCode = 'raw-export' | 'archive' | 'web-page';

/** What kind of other file a text is, by how it begins; null where it may be a list of answers. */
export function foreignFile(text: string): ForeignCode | null {
  if (isRawExport(text)) return 'raw-export';
  // The signature of ZIP, which spreadsheets are as well.
  if (text.startsWith('PK\x03\x04')) return 'archive';
  return /^\s*</.test(text) ? 'web-page' : null;
}
