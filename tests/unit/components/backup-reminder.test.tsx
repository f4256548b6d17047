// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { AnswersSection } from '../../../components/answers-section.tsx';
import { FORMATS } from '../../../components/export-formats.ts';
import { ExportSection } from '../../../components/export-section.tsx';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import type { Settings } from '../../../lib/settings.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, press, settled, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));
vi.mock('wxt/browser', () => ({ browser: { storage: { session: { remove: async () => {} } } } }));

const NOW = 1_000_000;
const questions = Array.from({ length: 12 }, (_, number) =>
  makeQuestion(`Question ${number} ?`, { account: 'marie', knownAt: NOW - 1 }),
);
const EXPORTED = { question: 'Ville ?', answers: ['PARIS'], confirmed: ['PARIS'], whole: true };

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
  return () => vi.restoreAllMocks();
});

test('says of how much there is no full export, with the way to one', async () => {
  const body = await section(AnswersSection, memory());
  expect(the(body, '.reminder p').textContent).toBe(
    'Aucun export ne réunit encore toutes vos réponses (12 questions).',
  );
  expect(the(body, '.reminder a').getAttribute('href')).toBe('#exporter');
});

test('says how much is newer than the last full export', async () => {
  const body = await section(AnswersSection, memory({ exportedAt: NOW - 2 }));
  expect(the(body, '.reminder p').textContent).toContain('depuis votre dernier export complet');
});

test.each([{ exportedAt: NOW }, { reminderPutOffAt: NOW }])('is silent after %j', async (dates) => {
  const body = await section(AnswersSection, memory(dates));
  expect(body.querySelector('.reminder')).toBeNull();
});

test('is put off by its button, and gives the focus to the heading', async () => {
  const store = memory();
  const body = await section(AnswersSection, store);
  await press(body, 'Plus tard');
  expect(body.querySelector('.reminder')).toBeNull();
  expect(document.activeElement).toBe(the(body, 'h2'));
  expect(store.kept().reminderPutOffAt).toBe(NOW);
});

test('ends with an export of all', async () => {
  const store = memory();
  await exportFrom(await section(ExportSection, store));
  expect(store.kept().exportedAt).toBe(NOW);
});

test('does not end with an export of one account, or one that leaves something out', async () => {
  const store = memory();
  const body = await section(ExportSection, store);
  const account = the<HTMLSelectElement>(body, 'select');
  await settled(() => {
    account.value = 'marie';
    account.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await exportFrom(body);
  const other = await section(ExportSection, store, [{ ...EXPORTED, confirmed: [] }]);
  await settled(() => forms(other)[FORMATS.indexOf('home-assistant')]?.click());
  await exportFrom(other);
  expect(other.textContent).toContain('laissée');
  expect(store.kept().exportedAt).toBeUndefined();
});

function forms(body: HTMLElement): HTMLInputElement[] {
  return [...body.querySelectorAll<HTMLInputElement>('input[type=radio]')];
}

async function exportFrom(body: HTMLElement): Promise<void> {
  await settled(() => the<HTMLInputElement>(body, 'input[type=checkbox]').click());
  await press(body, 'Copier le texte');
  expect(body.querySelector('[role=status]')?.textContent).not.toBe('');
}

/** Settings in memory, with these dates. */
function memory(dates: Partial<Settings> = {}) {
  let settings: Settings = {
    mode: 'select',
    remember: 'ask',
    theme: 'auto',
    language: 'browser',
    lockAfter: 15,
    ...dates,
  };
  return {
    read: async () => settings,
    write: async (patch: Partial<Settings>) => {
      settings = { ...settings, ...patch };
      return settings;
    },
    shortcuts: async () => [],
    kept: () => settings,
  };
}

function section(
  Shown: typeof AnswersSection | typeof ExportSection,
  settings: ReturnType<typeof memory>,
  exported = [EXPORTED],
) {
  const replies: Record<string, unknown> = { status: STATUS, list: listed(...questions), export: exported };
  const ask = (async (name: string) => replies[name]) as unknown as Ask; // of the shapes that the protocol names
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const Section = () => <Shown vault={useVault(ask, null)} settings={settings} />;
  return mount(<Section />);
}
