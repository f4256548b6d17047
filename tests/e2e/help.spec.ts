import { expect, marks, setUp, test } from './extension.ts';
import { openSection } from './section.ts';

test('the demonstration chooses, or only points out, with no trace in the journal', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await openSection(options, 'aide');
  await options.click({ role: 'button', name: 'Montrer la démonstration' });
  await options.waitFor(
    'the choice',
    () => document.querySelector<HTMLInputElement>('#demonstration-2')?.checked === true,
    null,
  );
  await options.waitFor(
    'the note',
    () => document.querySelector('.demonstration memo-qcm-note') !== null,
    null,
  );
  expect(await marks(options)).toEqual({ marked: ['ROUGE: refused', 'VERT: answer'], chosen: 'VERT' });

  await options.evaluate(() => {
    const mode = document.querySelector<HTMLSelectElement>('.demonstration select');
    if (mode) mode.value = '"highlight"';
    mode?.dispatchEvent(new Event('change', { bubbles: true }));
  }, null);
  await options.see('Recommencer', '.demonstration button');
  await options.click({ role: 'button', name: 'Recommencer' });
  await options.waitFor(
    'a new question, pointed out',
    () =>
      document.querySelector('[data-memo-qcm="answer"]') !== null &&
      document.querySelector<HTMLInputElement>('#demonstration-2')?.checked === false,
    null,
  );
  await openSection(options, 'journal');
  await options.see('Rien à signaler pour le moment.', '#journal');
  expect(options.errors).toEqual([]);
});
