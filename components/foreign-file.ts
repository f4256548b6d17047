import { isRawExport } from '../lib/vault/raw-export.ts';

/** A file that is no list of answers, and is better called by its name than by where its JSON breaks. */
export type ForeignCode = 'raw-export' | 'archive' | 'pdf' | 'web-page';

/** What kind of other file a text is, by how it begins; null where it may be a list of answers. */
export function foreignFile(text: string): ForeignCode | null {
  if (isRawExport(text)) return 'raw-export';
  if (ARCHIVES.some((signature) => text.startsWith(signature))) return 'archive';
  if (text.startsWith('%PDF-')) return 'pdf';
  return /^\s*</.test(text) ? 'web-page' : null;
}

/**
 * The signatures of ZIP, which spreadsheets are as well, of a ZIP without a file, gzip, 7z and RAR; what is no text was
 * read as Windows-1252.
 */
const ARCHIVES = ['PK\x03\x04', 'PK\x05\x06', '\x1f‹\b', "7z¼¯'\x1c", 'Rar!\x1a\x07'] as const;
