// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { AccountsSection } from '../../../components/accounts-section.tsx';
import { AnswersSection } from '../../../components/answers-section.tsx';
import { ExportSection } from '../../../components/export-section.tsx';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import type { Settings } from '../../../lib/settings.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const CHOSEN: Settings = {
  mode: 'select',
  remember: 'ask',
  theme: 'auto',
  language: 'browser',
  lockAfter: 15,
};
const SETTINGS = { read: async () => CHOSEN, write: async () => CHOSEN, shortcuts: async () => [] };
const COMMON = 'Commun à tous les comptes';

test('names every field and button of a row after its account', async () => {
  const body = await section(AccountsSection);
  const rows = [...body.querySelectorAll('li')];
  const described = rows.map((row) =>
    [...row.querySelectorAll('input, button')].map(
      (control) => document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent,
    ),
  );
  expect(described).toEqual([
    [COMMON, COMMON, COMMON],
    ['marie', 'marie', 'marie'],
  ]);
});

test('calls no account what is common to all, and offers to give it to one or to delete its questions', async () => {
  const body = await section(AccountsSection);
  const words = [...body.querySelectorAll('li')].map((row) =>
    [...row.querySelectorAll('button')].map(({ textContent }) => textContent),
  );
  expect(words).toEqual([
    ['Attribuer', 'Supprimer ces questions'],
    ['Renommer', 'Supprimer ce compte'],
  ]);
});

test('tells what is common to all accounts from every account at once', async () => {
  const list = await section(AnswersSection);
  const filters = [...list.querySelectorAll('.filters option')].map(({ textContent }) => textContent);
  expect(filters).toContain(`${COMMON} (1)`);
  expect(filters).not.toContain('Tous les comptes (1)');
  const exporting = await section(ExportSection);
  expect(the(exporting, 'option').textContent).toBe('Tous les comptes');
});

function section(Shown: typeof AccountsSection | typeof AnswersSection | typeof ExportSection) {
  const questions = [makeQuestion('Ville ?'), makeQuestion('Mois ?', { account: 'marie' })];
  const replies: Record<string, unknown> = { status: STATUS, list: listed(...questions) };
  const ask = (async (name: string) => replies[name]) as unknown as Ask; // of the shapes that the protocol names
  const Section = () => <Shown vault={useVault(ask, null)} settings={SETTINGS} />;
  return mount(<Section />);
}
