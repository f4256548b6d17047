import { encryptAge } from '../lib/backup/age.ts';
import { encryptFernet, makeFernetKey } from '../lib/backup/fernet.ts';
import { type ExportedQuestion, forHomeAssistant } from '../lib/qcm/home-assistant.ts';
import { writeQcm } from '../lib/qcm/write.ts';

export const FORMATS = ['readable', 'ascii', 'home-assistant', 'age', 'fernet'] as const;
export type Format = (typeof FORMATS)[number];

/** The files of an export, how many questions are in them, and which had to be left out. */
export interface Exported {
  files: { name: string; text: string }[];
  count: number;
  leftOut: string[];
}

/** Whether whoever gets the file can read it. */
export function isPlain(format: Format): boolean {
  return format !== 'age' && format !== 'fernet';
}

/** Whether its files hold every answer; Home Assistant takes one of each question. */
export function isWhole(format: Format): boolean {
  return format !== 'home-assistant';
}

/**
 * The files of one format. The passphrase is age's; `now` dates a Fernet token, in milliseconds since the epoch. A file's
 * name is the one that its readers look for.
 */
export async function makeExport(
  format: Format,
  questions: ExportedQuestion[],
  { passphrase, now }: { passphrase: string; now: number },
): Promise<Exported> {
  const whole = { count: questions.length, leftOut: [] };
  const text = writeQcm(questions, { ascii: format === 'ascii' });
  switch (format) {
    case 'readable':
    case 'ascii':
      return { ...whole, files: [{ name: 'qcm.json', text }] };
    case 'home-assistant': {
      const { entries, leftOut } = forHomeAssistant(questions);
      const file = { name: 'ecoledirecte_qcm.json', text: writeQcm(entries, { ascii: true }) };
      return { count: entries.length, leftOut, files: entries.length > 0 ? [file] : [] };
    }
    case 'age':
      return { ...whole, files: [{ name: 'qcm.json.age', text: await encryptAge(passphrase, text) }] };
    case 'fernet': {
      const key = makeFernetKey();
      const token = await encryptFernet(key, new TextEncoder().encode(text), now);
      return {
        ...whole,
        files: [
          { name: 'qcm.json.enc', text: token },
          { name: '.qcm.key', text: key },
        ],
      };
    }
  }
}
