// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { QuestionList } from '../../../components/question-list.tsx';
import type { QuestionSummary } from '../../../lib/messages.ts';
import { makeQuestion } from './given-vault.ts';
import { mount, press, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const town = question('a', 'Quelle est votre ville de résidence ?');
const born = question('b', "Quelle est l'année de naissance de Léa ?", 'dupont');

test('finds without regard to accents and case, and says how many', async () => {
  const body = await list([town, born]);
  await type(the(body, 'input[type=search]'), 'RESIDENCE');
  expect(shown(body)).toEqual([town.question]);
  expect(the(body, '[role=status]').textContent).toBe('1 question');
});

test('finds by account too', async () => {
  const body = await list([town, born]);
  await type(the(body, 'input[type=search]'), 'dupont');
  expect(shown(body)).toEqual([born.question]);
});

test('says that nothing was found, and takes the search back on request', async () => {
  const body = await list([town]);
  await type(the(body, 'input[type=search]'), 'zzz');
  expect(the(body, '.empty').textContent).toContain('zzz');
  await press(body, 'Tout afficher');
  expect(shown(body)).toEqual([town.question]);
});

test('shows an answer only when asked to, and hides it again', async () => {
  const onReveal = vi.fn(async () => [{ text: 'PARIS', standing: 'confirmed' as const, addedAt: 0 }]);
  const body = await list([town, born], { onReveal });
  expect(body.textContent).not.toContain('PARIS');
  await press(body, 'Afficher');
  expect(onReveal).toHaveBeenCalledWith('a');
  expect(body.textContent).toContain('PARIS');
  await press(body, 'Masquer');
  expect(body.textContent).not.toContain('PARIS');
});

test('shows a question letter for letter, as text', async () => {
  const text = '  <b>Où ?</b> & "x" ';
  const body = await list([question('h', text)]);
  expect(shown(body)).toEqual([text]);
  expect(body.querySelector('b')).toBeNull();
});

test('marks questions as French text of their own direction', async () => {
  const data = the(await list([town]), '.row-question');
  expect([data.lang, data.dir]).toEqual(['fr', 'auto']);
});

test('shows a long list in parts', async () => {
  const body = await list(
    Array.from({ length: 450 }, (_, index) => question(`q${index}`, `Question ${index}`)),
  );
  // A few rows at once, the others a moment later.
  expect(shown(body).length).toBeLessThan(200);
  await vi.waitFor(() => expect(shown(body)).toHaveLength(200));
  await press(body, 'Afficher plus');
  expect(shown(body)).toHaveLength(400);
});

test('brings the focus to the search on "/", except while typing', async () => {
  const body = await list([town]);
  const search = the(body, 'input[type=search]');
  the(body, 'button').focus();
  const key = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
  the(body, 'button').dispatchEvent(key);
  expect(document.activeElement).toBe(search);
  expect(key.defaultPrevented).toBe(true);
  const typed = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
  search.dispatchEvent(typed);
  expect(typed.defaultPrevented).toBe(false);
});

function list(questions: QuestionSummary[], given: Partial<Parameters<typeof QuestionList>[0]> = {}) {
  return mount(
    <QuestionList
      questions={questions}
      compact={false}
      query=""
      status={null}
      onQuery={() => {}}
      onCopy={async () => true}
      onDraft={() => {}}
      onReveal={async () => []}
      onDelete={async () => true}
      onSave={async () => true}
      {...given}
    />,
  );
}

function shown(body: HTMLElement): (string | null)[] {
  return [...body.querySelectorAll('.row-question')].map(({ textContent }) => textContent);
}

function question(id: string, text: string, account: string | null = null): QuestionSummary {
  return makeQuestion(text, { id, account });
}
