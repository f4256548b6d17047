import { expect, meet, noted, optionBeside, send, setUp, test } from './extension.ts';

const YEAR = 'Quelle est votre année de naissance ?';

test('a note never lies between its owner and the page', async ({ site, browser_: browser }) => {
  await setUp(browser);
  const page = await meet(browser, site, 'marie.martin', YEAR);
  const covered = () =>
    page.evaluate(() => {
      const controls = [...document.querySelectorAll('.modal-content label, .modal-content button')];
      return controls.filter((control) => {
        control.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = control.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return !top || !(control.contains(top) || top.contains(control));
      }).length;
    }, null);
  expect(await covered()).toBe(0);
  const [before, after] = await page.evaluate(() => {
    const top = (css: string) => document.querySelector(css)?.getBoundingClientRect().y ?? 0;
    // In its dialog: a page that gets shorter may scroll back.
    const place = () => top('label.form-check-label') - top('.modal-content');
    const withNote = place();
    document.querySelector('memo-qcm-note')?.remove();
    return [withNote, place()];
  }, null);
  expect(after).toBe(before);
  const wrong = await optionBeside(page, '1970');
  await page.click({ role: 'radio', name: wrong });
  await send(page);
  await page.see('Ce n’est pas la bonne réponse.');
  await noted(page, YEAR);
  expect(await covered()).toBe(0);
});

test('what is below a note stays where it is while the page makes its nodes anew', async ({
  site,
  browser_: browser,
}) => {
  await setUp(browser);
  const page = await meet(browser, site, 'marie.martin', YEAR);
  // The note is made anew with the page's own nodes, in each frame of those that follow.
  const places = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const topOf = () =>
      document.querySelector('.modal button[type="submit"]')?.getBoundingClientRect().y ?? Number.NaN;
    await frame();
    await frame();
    const tops = [topOf()];
    for (let times = 0; times < 5; times += 1) {
      const note = document.querySelector('memo-qcm-note');
      dispatchEvent(new Event('stand-in:render'));
      await Promise.resolve();
      if (document.querySelector('memo-qcm-note') === note) tops.push(Number.NaN);
      for (let frames = 0; frames < 3; frames += 1) {
        tops.push(topOf());
        await frame();
      }
    }
    return tops;
  }, null);
  expect(new Set(places).size).toBe(1);
  expect(places[0]).toBeGreaterThan(0);
});
