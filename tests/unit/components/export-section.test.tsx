// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { FORMATS, type Format } from '../../../components/export-formats.ts';
import { ExportSection } from '../../../components/export-section.tsx';
import type { SettingsStore } from '../../../components/use-settings.ts';
import type { Vault } from '../../../components/use-vault.ts';
import type { ExportedQuestion } from '../../../lib/qcm/home-assistant.ts';
import { STATUS } from './given-vault.ts';
import { mount, press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));
vi.mock('wxt/browser', () => ({ browser: { storage: { session: { remove: async () => {} } } } }));

const CITY: ExportedQuestion = { question: 'Ville ?', answers: ['PARIS'], confirmed: ['PARIS'] };

afterEach(() => vi.restoreAllMocks());

test('a file that was saved is said to be, though its date could not be kept', async () => {
  const { body, write, links } = await opened({ method: 'passphrase' });
  write.mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  await consent(body);
  await type(the<HTMLInputElement>(body, 'input.passphrase'), 'trois petits chats gris');
  await press(body, 'Télécharger');
  expect(write).toHaveBeenCalledOnce();
  expect(links).toEqual(['qcm.json']);
  expect(said(body)).toBe('1 question exportée.');
  expect(the<HTMLInputElement>(body, 'input.passphrase').value).toBe('');
});

test('a file that could not be made is not called a copy, and counts as no export', async () => {
  const { body, write } = await opened();
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    throw new Error('out of memory');
  });
  await consent(body);
  await press(body, 'Télécharger');
  expect(said(body)).toBe(
    'Téléchargement impossible\u00a0: le fichier n’a pas pu être préparé. Recommencez.',
  );
  expect(write).not.toHaveBeenCalled();
});

test('a copy that the browser forbids is called one', async () => {
  const { body, write } = await opened();
  vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await consent(body);
  await press(body, 'Copier le texte');
  expect(said(body)).toBe('Copie impossible');
  expect(write).not.toHaveBeenCalled();
});

test('a copy is asked for while its owner’s press is still remembered, however long it takes to make', async () => {
  const { body, attempt } = await opened();
  const asked = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  let make = (_: []) => {};
  attempt.mockReturnValue(
    new Promise((resolve) => {
      make = resolve;
    }),
  );
  await consent(body);
  await press(body, 'Copier le texte');
  expect(asked).toHaveBeenCalledOnce();
  expect(said(body)).toBe('');
  await settled(() => make([]));
  expect(said(body)).toBe('Il n’y a aucune question à copier.');
});

test('what was said of one export does not stay while the next one fails', async () => {
  const { body, attempt } = await opened();
  await consent(body);
  await press(body, 'Télécharger');
  expect(said(body)).toBe('1 question exportée.');
  attempt.mockResolvedValue(null);
  await press(body, 'Télécharger');
  expect(said(body)).toBe('');
});

test.each<[Format, boolean]>([
  ['readable', true],
  ['ascii', true],
  ['home-assistant', false],
  ['fernet', true],
])('an export as %s stands in for what may be lost: %s', async (format, isWhole) => {
  // Home Assistant's leaves LYON out, and no question.
  const { body, write, links } = await opened({}, [{ ...CITY, answers: ['LYON', 'PARIS'] }]);
  await chooseForm(body, format);
  if (format !== 'fernet') await consent(body);
  await press(body, 'Télécharger');
  await vi.waitFor(() => expect(said(body)).toBe('1 question exportée.'));
  expect(links).not.toEqual([]);
  expect(body.textContent).not.toContain('laissée');
  expect(write.mock.calls.length).toBe(isWhole ? 1 : 0);
});

test('says how the key file has to be called, where there is one', async () => {
  const { body, links } = await opened();
  expect(body.textContent).not.toContain('sans le point');
  await chooseForm(body, 'fernet');
  expect(body.textContent).toContain('sans le point');
  await press(body, 'Télécharger');
  await vi.waitFor(() => expect(links).toEqual(['qcm.json.enc', '.qcm.key']));
});

function said(body: HTMLElement): string | null | undefined {
  return body.querySelector('[role=status]')?.textContent;
}

async function consent(body: HTMLElement): Promise<void> {
  await settled(() => the<HTMLInputElement>(body, 'input[type=checkbox]').click());
}

async function chooseForm(body: HTMLElement, format: Format): Promise<void> {
  const radios = body.querySelectorAll<HTMLInputElement>('input[type=radio]');
  await settled(() => radios[FORMATS.indexOf(format)]?.click());
}

/** The export section over a vault that gives out these questions, and the names of the files that it handed out. */
async function opened(status: Partial<typeof STATUS> = {}, exported = [CITY]) {
  const attempt = vi.fn<(name: string) => Promise<ExportedQuestion[] | null>>(async () => exported);
  const vault = { status: { ...STATUS, ...status }, questions: [], attempt } as unknown as Vault; // all of it that an export uses
  const write = vi.fn(async () => {});
  const links: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this.download);
  });
  const settings = { write } as unknown as SettingsStore; // likewise
  const body = await mount(<ExportSection vault={vault} settings={settings} />);
  return { body, attempt, write, links };
}
