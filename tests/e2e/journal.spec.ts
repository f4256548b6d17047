import type { Tab } from '../browsers/tab.ts';
import { expect, importFile, meet, setUp, test } from './extension.ts';
import { reload } from './reload.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';

test('the journal is narrowed, tells when nothing matches, and is deleted once that is confirmed', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  const page = await meet(browser, site, 'paul.martin', CITY);
  await page.close();
  await openSection(options, 'journal');
  await reload(options);
  await options.see('2 entrées', '#journal [role="status"]');

  await pick(options, 'Afficher', 'Imports et exports (1)');
  await options.see('1 entrée', '#journal [role="status"]');
  expect((await options.texts('#journal ol li')).join()).toContain('Import');
  await options.fill({ role: 'textbox', name: 'Rechercher une question' }, 'VILLE de residence');
  await options.see('Aucune entrée ne correspond à ces filtres.', '#journal');
  await options.click({ role: 'button', name: 'Tout afficher' });
  await options.see('2 entrées', '#journal [role="status"]');
  await pick(options, 'Compte', 'paul.martin');
  await options.see('1 entrée', '#journal [role="status"]');
  expect((await options.texts('#journal ol li')).join()).toContain(CITY);

  await options.click({ role: 'button', name: 'Effacer 2 entrées…' });
  expect(await options.text('dialog[open]')).toContain('Vos réponses ne changent pas.');
  await options.press('Escape');
  await options.waitFor('no dialog', () => document.querySelector('dialog[open]') === null, null);
  await options.click({ role: 'button', name: 'Effacer 2 entrées…' });
  await options.click({ role: 'button', name: 'Effacer' });
  await options.see('2 entrées effacées.', '.notice');
  await options.see('Rien à signaler pour le moment.', '#journal');
  await reload(options);
  await options.see('Rien à signaler pour le moment.', '#journal');
  expect(options.errors).toEqual([]);
});

/** Chooses in a list of the journal by the texts that are read, without the browser's own menu. */
function pick(options: Tab, label: string, wanted: string): Promise<unknown> {
  return options.waitFor(
    `${wanted} under ${label}`,
    (by) => {
      const list = [...document.querySelectorAll('#journal select')].find(
        (select): select is HTMLSelectElement =>
          select instanceof HTMLSelectElement && select.labels[0]?.textContent === by.label,
      );
      const option = [...(list?.options ?? [])].find(({ text }) => text === by.wanted);
      if (!list || !option) return false;
      list.value = option.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    { label, wanted },
  );
}
