// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { CodedError } from '../../../lib/errors.ts';
import { options } from './given-options.tsx';
import { press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));
vi.mock('wxt/browser', () => ({ browser: { storage: { session: { remove: async () => {} } } } }));

test('adds a question letter for letter, the preferred answer last', async () => {
  const { body, ask } = await options();
  await press(body, 'Ajouter une question');
  await type(the(body, '.editor textarea'), ' Ville  ?');
  await type(answerField(body, 0), 'LYON');
  await press(body, 'Ajouter une réponse');
  await press(body, 'Ajouter une réponse');
  await type(answerField(body, 2), 'PARIS ');
  await submit(body);
  expect(ask).toHaveBeenCalledWith('save', {
    id: null,
    account: null,
    question: ' Ville  ?',
    answers: ['LYON', 'PARIS '],
  });
});

test('asks for what is missing instead of saving half a question', async () => {
  const { body, ask } = await options();
  await press(body, 'Ajouter une question');
  await submit(body);
  expect(the(body, '.editor [role=alert]').textContent).toContain('au moins une réponse');
  expect(ask).not.toHaveBeenCalledWith('save', expect.anything());
});

test('edits in place without bringing refused answers back', async () => {
  const { body, ask } = await options();
  await press(body, 'Modifier');
  expect(body.querySelectorAll('.answer-fields textarea')).toHaveLength(1);
  expect(answerField(body, 0).value).toBe('PARIS');
  await submit(body);
  expect(ask).toHaveBeenCalledWith('save', {
    id: 'a',
    account: null,
    question: 'Ville ?',
    answers: ['PARIS'],
    seen: ['PARIS'],
  });
});

test('keeps what was typed where its question was changed in another window meanwhile', async () => {
  const { body, ask } = await options({ save: new CodedError('record-changed') });
  await press(body, 'Modifier');
  await type(answerField(body, 0), 'LYON');
  ask.mockClear();
  await submit(body);
  expect(the(body, '[role=alert]').textContent).toContain('a été modifiée ou supprimée entre-temps');
  expect(answerField(body, 0).value).toBe('LYON');
  expect(ask).not.toHaveBeenCalledWith('list', {});
});

test('leaves an edit on Esc as it was', async () => {
  const { body, ask } = await options();
  await press(body, 'Modifier');
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
  await settled(() => the(body, '.editor textarea').dispatchEvent(key));
  expect(body.querySelector('.editor')).toBeNull();
  expect(ask).not.toHaveBeenCalledWith('save', expect.anything());
});

test('moves an answer, and takes one out', async () => {
  const { body, ask } = await options({
    reveal: ['A', 'B', 'C'].map((text) => ({ text, standing: 'declared', addedAt: 0 })),
  });
  await press(body, 'Modifier');
  await settled(() => the(body, '[aria-label="Monter la réponse 3"]').click());
  await settled(() => the(body, '[aria-label="Retirer la réponse 1"]').click());
  await submit(body);
  expect(ask).toHaveBeenCalledWith('save', {
    id: 'a',
    account: null,
    question: 'Ville ?',
    answers: ['C', 'B'],
    seen: ['A', 'B', 'C'],
  });
});

function answerField(body: HTMLElement, place: number): HTMLTextAreaElement {
  return the(body, `.answer-fields li:nth-child(${place + 1}) textarea`);
}

async function submit(body: HTMLElement): Promise<void> {
  await settled(() => the<HTMLFormElement>(body, '.editor').requestSubmit());
}
