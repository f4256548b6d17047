// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { HealthSection } from '../../../components/health-section.tsx';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import type { HealthFinding, QuestionSummary } from '../../../lib/messages.ts';
import { makeQuestion, STATUS } from './given-vault.ts';
import { mount, press, settled, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const finding = (kind: HealthFinding['kind'], question: string, ...others: string[]): HealthFinding => ({
  kind,
  ids: [question, ...others],
  account: 'marie',
  question,
});

test('says that all is well where nothing is found', async () => {
  const { body } = await opened([], { questions: [makeQuestion('Ville ?')] });
  expect(body.textContent).toContain('Tout va bien\u00a0: rien à corriger dans votre question.');
  expect(body.querySelector('h3, button')).toBeNull();
});

test('lists each kind with its count, what is merged with what, and at most a hundred of it', async () => {
  const many = Array.from({ length: 103 }, (_, place) => finding('unused', `Q${place}`));
  const found = [finding('alike', 'Ville ?', 'Ville'), finding('blank', ' '), ...many];
  const { body } = await opened(found, { questions: [makeQuestion('Ville ?'), makeQuestion('Ville')] });
  expect([...body.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
    'Questions presque identiques (1)',
    'Textes vides (1)',
    'Inutilisées depuis un an (103)',
  ]);
  expect(the(body, '[data-kind=alike] li').textContent).toBe('Ville ? marieAussi écrite\u00a0: VilleRéunir');
  expect(the(body, '[data-kind=blank] li').textContent).toContain('Question sans texte');
  expect(body.querySelectorAll('[data-kind=unused] li').length).toBe(100);
  expect(the(body, '[data-kind=unused]').textContent).toMatch(/et 3 autres$/);
  expect(body.textContent).not.toContain('Tout va bien');
});

test('mends one or the whole kind, reads again, and leaves the focus where the button was', async () => {
  const found = ['A', 'B', 'C'].map((question) => finding('repeated', question));
  const { body, ask } = await opened(found, { questions: [makeQuestion('A')] });
  const buttons = () => [...body.querySelectorAll<HTMLButtonElement>('[data-kind=repeated] li button')];
  found.shift();
  buttons()[0]?.focus();
  await settled(() => buttons()[0]?.click());
  expect(ask).toHaveBeenCalledWith('mend', { kind: 'repeated', ids: ['A'] });
  expect(buttons().length).toBe(2);
  expect(document.activeElement).toBe(buttons()[0]);
  expect(document.activeElement?.closest('li')?.textContent).toMatch(/^B/);
  found.length = 0;
  the(body, '[data-kind=repeated] > button').focus();
  await press(body, 'N’en garder qu’une partout');
  expect(ask).toHaveBeenCalledWith('mend', { kind: 'repeated', ids: ['B', 'C'] });
  expect(document.activeElement).toBe(the(body, 'h2'));
  expect(body.textContent).toContain('Tout va bien');
});

test('leads to what was never settled, and hands out what cannot be read', async () => {
  const unsettled = makeQuestion('Mois ?', { standings: ['unverified', 'unverified'] });
  const { body } = await opened([], { questions: [unsettled], damaged: 2 });
  expect(the(body, 'a[href="#verifier"]').closest('section')?.textContent).toContain('Jamais tranchées (1)');
  expect(body.textContent).toContain('2 enregistrements ne peuvent pas être lus.');
  expect(body.textContent).toContain('Enregistrer les données brutes');
  expect(body.textContent).not.toContain('Tout va bien');
});

test('does not say that all is well over answers that are out of date, and leads to them', async () => {
  const stale = makeQuestion('Quelle est la classe de Léa ?', { knownAt: 0 });
  const { body } = await opened([], { questions: [stale, makeQuestion('Ville ?')] });
  expect(body.textContent).not.toContain('Tout va bien');
  const link = the<HTMLAnchorElement>(body, 'a[href="#reponses?stale"]');
  expect(link.closest('section')?.textContent).toContain('Périmées (1)');
});

/** The section over a background that finds what is in `found` at the time; mended is what its owner says. */
async function opened(
  found: HealthFinding[],
  { questions, damaged = 0 }: { questions: QuestionSummary[]; damaged?: number },
) {
  const ask = vi.fn(async (name: string, _request: unknown) => {
    const replies: Record<string, unknown> = {
      status: STATUS,
      list: { questions: [...questions], damaged, next: null },
      health: [...found],
      mend: { mended: 1 },
    };
    return replies[name];
  });
  const Section = () => {
    const vault = useVault(ask as unknown as Ask, null); // of the shapes that the protocol names
    return vault.status && <HealthSection vault={vault} />;
  };
  return { body: await mount(<Section />), ask };
}
