// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Answers } from '../../../components/answers.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { useVault } from '../../../components/use-vault.ts';
import { VerifySection } from '../../../components/verify-section.tsx';
import type { Ask } from '../../../lib/ask.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { QuestionSummary } from '../../../lib/messages.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, press, settled, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

test('answers that are shown are read anew with the list, so that none stays that was taken back', async () => {
  const { body, answers } = await opened([makeQuestion('Ville ?')]);
  await press(body, 'Afficher');
  expect(the(body, '.row-answers').textContent).toContain('PARIS');
  answers.splice(0, 1, 'LYON');
  await focusWindow();
  expect(the(body, '.row-answers').textContent).toContain('LYON');
  expect(the(body, '.row-answers').textContent).not.toContain('PARIS');
});

test('answers that were hidden meanwhile are not shown again', async () => {
  const { body, ask } = await opened([makeQuestion('Ville ?')]);
  await press(body, 'Afficher');
  await press(body, 'Masquer');
  await focusWindow();
  expect(body.querySelector('.row-answers')).toBeNull();
  expect(ask.mock.calls.filter(([name]) => name === 'reveal')).toHaveLength(1);
});

test('a question whose answers could not be read can be passed, and is read again with the list', async () => {
  const unsettled = ['Ville ?', 'Mois ?'].map((text) =>
    makeQuestion(text, { standings: ['unverified', 'unverified'] }),
  );
  const { body, failures } = await opened(unsettled, VerifySection, 'Ville ?');
  expect(body.querySelector('.verify-answers')).toBeNull();
  await press(body, 'Passer S');
  expect(the(body, '#verify-question').textContent).toBe('Mois ?');
  await press(body, 'Revenir U');
  expect(body.querySelector('.verify-answers')).toBeNull();
  failures.clear();
  await focusWindow();
  expect(the(body, '#verify-question').textContent).toBe('Ville ?');
});

test('a choice for a question that changed meanwhile is said to be void, and the list is read anew', async () => {
  const questions = [makeQuestion('Ville ?', { standings: ['unverified', 'unverified'] })];
  const { body, failures } = await opened(questions, VerifySection);
  failures.add('settle');
  questions.splice(0, 1, makeQuestion('Ville ?', { standings: ['unverified', 'confirmed'] }));
  await press(body, '2NICE');
  expect(body.querySelector('.verify-answers')).toBeNull();
  expect(the(body, '[role=alert]').textContent).toContain('a été modifiée ou supprimée entre-temps');
});

function focusWindow(): Promise<void> {
  return settled(() => window.dispatchEvent(new Event('focus')));
}

/** The list or another section over a vault of these questions, all with the same answers, where `failing` is not to be read. */
async function opened(
  questions: QuestionSummary[],
  Section: typeof VerifySection | typeof Answers = Answers,
  failing = '',
) {
  const answers = ['PARIS', 'NICE'];
  const failures = new Set([failing]);
  const ask = vi.fn(async (name: string, request: { id?: string }) => {
    if (failures.has(request.id ?? '') && name === 'reveal') throw new CodedError('interrupted');
    if (failures.has(name)) throw new CodedError('record-changed');
    const replies: Record<string, unknown> = {
      status: STATUS,
      list: listed(...questions.map((question) => ({ ...question }))),
      reveal: answers.map((text) => ({ text, standing: 'unverified', addedAt: 0 })),
    };
    return replies[name];
  });
  const Page = () => {
    const vault = useVault(ask as unknown as Ask, null); // of the shapes that the protocol names
    return (
      <>
        <ErrorAlert code={vault.error} />
        {vault.status && <Section vault={vault} />}
      </>
    );
  };
  return { body: await mount(<Page />), ask, answers, failures };
}
