// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { CodedError } from '../../../lib/errors.ts';
import { emptyLists } from '../../../lib/qcm/import-lists.ts';
import { COUNTS, choose, file, give, opened, PATIENCE, paste, see } from './given-import.tsx';
import { press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const FILE = '{"Ville ?": ["PARIS"], "Mois ?": ["mai", "juin"]}';
const REQUEST = { held: 'h', account: null, lastIsDeclared: false, conflicts: { all: 'mine', each: [] } };
const ENTRIES = [
  { question: 'Ville ?', answers: ['PARIS'], whole: true },
  { question: 'Mois ?', answers: ['mai', 'juin'], whole: true },
];

test('shows what a file would do, and writes nothing before it is told to', async () => {
  const { body, asked, change } = await opened();
  await choose(body, file('qcm.json', FILE));
  const preview = the(body, 'section section');
  expect(the(body, `#${preview.getAttribute('aria-labelledby')}`).textContent).toBe('Aperçu de l’import');
  expect(preview.textContent).toContain('qcm.json');
  expect(asked('holdEntries')).toEqual([{ held: null, entries: ENTRIES }]);
  expect(asked('previewImport')).toEqual([REQUEST]);
  expect(change).not.toHaveBeenCalled();
  await press(body, 'Importer 2 questions');
  expect(change.mock.calls[0]?.slice(0, 2)).toEqual(['import', REQUEST]);
  // The background held the entries already.
  expect(asked('holdEntries')).toHaveLength(1);
  expect(body.querySelector('section section')).toBeNull();
});

test('passes on the account and that the last answer is the declared one', async () => {
  const { body, asked } = await opened();
  await choose(body, file('qcm.json', FILE));
  await type(the(body, 'section section input[autocomplete=off]'), 'dupont');
  await settled(() => the(body, 'section section input[type=checkbox]').click());
  expect(asked('previewImport').at(-1)).toEqual({ ...REQUEST, account: 'dupont', lastIsDeclared: true });
});

test('cannot be confirmed by what was foreseen of other choices', async () => {
  const { body, change, replies } = await opened();
  await choose(body, file('qcm.json', FILE));
  const foreseen = Promise.withResolvers<unknown>();
  const { previewImport } = replies;
  replies.previewImport = foreseen.promise;
  await settled(() => the(body, 'section section input[type=checkbox]').click());
  const button = the(body, 'section section button.primary');
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await press(body, 'Importer 2 questions');
  expect(change).not.toHaveBeenCalled();
  await settled(() => foreseen.resolve(previewImport));
  expect(button.getAttribute('aria-disabled')).toBe('false');
  await press(body, 'Importer 2 questions');
  expect(change.mock.calls[0]?.[1]).toEqual({ ...REQUEST, lastIsDeclared: true });
});

test('repairs wrongly decoded accents unless told not to', async () => {
  const { body, asked } = await opened();
  await choose(body, file('qcm.json', '{"Ville de rÃ©sidence ?": ["PARIS"]}'));
  const last = () => asked('holdEntries').at(-1);
  expect(last()).toMatchObject({ entries: [{ question: 'Ville de résidence ?' }] });
  await settled(() => the(body, 'section section input[type=checkbox]').click());
  expect(last()).toMatchObject({ entries: [{ question: 'Ville de rÃ©sidence ?' }] });
});

test('repairs each file by itself, so that an accent in one changes no question that several have', async () => {
  const { body, asked } = await opened();
  await choose(body, file('a.json', '{"Q": ["A"]}'), file('b.json', '{"Q": ["B"], "rÃ©s": ["X"]}'));
  expect(asked('holdEntries').at(-1)?.entries).toEqual([
    { question: 'Q', answers: ['A'], whole: true },
    { question: 'Q', answers: ['B'], whole: true },
    { question: 'rés', answers: ['X'], whole: true },
  ]);
});

test('says of no question that is imported that it was left out', async () => {
  const { body } = await opened();
  await choose(
    body,
    file('qcm.json', '{"Ville ?": [], "Ville ?": ["PARIS"], "Mois ?": ["mai"], "Mois ?": null}'),
  );
  await see(body, 'Importer 2 questions');
  const remarks = [...body.querySelectorAll('.problems li')].map(({ textContent }) => textContent);
  expect(remarks.filter((remark) => remark?.includes('ignorée'))).toEqual([
    'Ligne 1, colonne 2Ville ?Cette liste ne contient aucune réponse\u202f; elle a été ignorée.',
    'Ligne 1, colonne 68Mois ?Cette valeur n’est pas une liste de réponses\u202f; elle a été ignorée.',
  ]);
});

test('shows several files as one import', async () => {
  const { body } = await opened();
  await choose(body, file('a.json', FILE), file('b.json', '{"Jour ?": ["3"]}'));
  expect(body.textContent).toContain('a.json');
  expect(body.textContent).toContain('b.json');
  await press(body, 'Importer 3 questions');
});

test('refuses a broken file by name, with the place and what to do', async () => {
  const { body, ask } = await opened();
  await choose(body, file('cassé.json', '{\n  "Ville ?": ["PARIS"],\n  "an'));
  const alert = the(body, '[role=alert]').textContent;
  expect(alert).toMatch(/«\u00a0cassé\.json\u00a0»/);
  expect(alert).toMatch(/Ligne \d+, colonne \d+/);
  expect(alert).toContain('Rien n’a été importé');
  expect(ask).not.toHaveBeenCalled();
  expect(body.querySelector('section section')).toBeNull();
});

test('reads a pasted text, and forgets it when it is discarded', async () => {
  const { body, change } = await opened();
  await paste(body, FILE);
  await see(body, 'Texte collé');
  expect(the(body, 'section section').textContent).toContain('Texte collé');
  await press(body, 'Abandonner');
  expect(body.querySelector('section section')).toBeNull();
  expect(change).not.toHaveBeenCalled();
});

test('asks for each conflict what becomes of it, and shows what is remembered on request', async () => {
  const lists = emptyLists();
  lists.conflicts.push(
    { question: 'Ville ?', answers: ['PARIS'], more: 0, confirmed: false },
    { question: 'Mois ?', answers: ['mai', 'juin'], more: 0, confirmed: true },
  );
  const { body, asked, attempt, change } = await opened({ ...COUNTS, conflicts: 2 }, lists);
  await choose(body, file('qcm.json', FILE));
  const [city, month] = [...body.querySelectorAll<HTMLElement>('.conflict')];
  if (!city || !month) throw new Error('no conflicts');
  const radios = (row: HTMLElement) => [...row.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const chosen = (row: HTMLElement) => radios(row).find(({ checked }) => checked)?.parentElement?.textContent;
  expect([chosen(city), chosen(month)]).toEqual(['Garder les miennes', 'Garder les miennes']);
  expect(radios(city).length).toBe(3);
  // No file replaces what was confirmed.
  expect(radios(month).map((radio) => radio.parentElement?.textContent)).toEqual([
    'Garder les miennes',
    'Garder les deux',
  ]);

  expect(city.textContent).not.toContain('LYON');
  await press(city, 'Afficher');
  expect(attempt).toHaveBeenCalledWith('reveal', { id: 'Ville ?' });
  expect(city.textContent).toContain('LYON');
  await press(city, 'Masquer');
  expect(city.textContent).not.toContain('LYON');

  await settled(() => radios(city)[2]?.click());
  expect(asked('previewImport').at(-1)).toMatchObject({
    conflicts: { all: 'mine', each: [{ question: 'Ville ?', choice: 'file' }] },
  });
  await settled(() => the(body, '.diff details > fieldset label:last-of-type input').click());
  expect([chosen(city), chosen(month)]).toEqual(['Prendre celles du fichier', 'Garder les deux']);
  await press(body, 'Importer 2 questions');
  expect(change.mock.calls[0]?.[1]).toMatchObject({ conflicts: { all: 'file', each: [] } });
});

test('lists what would happen, and says how many more there are than are listed', async () => {
  const lists = emptyLists();
  lists.added.push({ question: 'Ville ?', answers: ['PARIS'], more: 3 });
  const { body } = await opened({ ...COUNTS, added: 101 }, lists);
  await choose(body, file('qcm.json', FILE));
  expect(the(body, '.diff details').textContent).toBe(
    'Nouvelles questions (101)Ville ?PARISet 3 autreset 100 autres',
  );
});

test('shows how far a long import is, speaks of each quarter, and says that nothing was written once it is stopped', async () => {
  const { body, change, ask, replies } = await opened();
  await choose(body, file('qcm.json', FILE));
  const written = Promise.withResolvers<boolean>();
  change.mockReturnValue(written.promise);
  replies.importProgress = { done: 0, of: 0 };
  await press(body, 'Importer 2 questions');
  expect(body.querySelector('progress')).toBeNull();
  const bar = await vi.waitFor(() => the<HTMLProgressElement>(body, 'progress'), PATIENCE);
  expect(the(body, `label[for="${bar.id}"]`).textContent).toBe('Import en cours…');
  expect(bar.hasAttribute('value')).toBe(false);
  expect(the(body, '.work [role=status]').textContent).toBe('');
  replies.importProgress = { done: 3, of: 5 };
  await vi.waitFor(() => expect(bar.value).toBe(0.7), PATIENCE);
  expect(the(body, '.work [role=status]').textContent).toBe('50\u202f%');
  await press(body, 'Arrêter');
  expect(ask).toHaveBeenCalledWith('dropImport', { held: 'h' });
  await settled(() => written.resolve(false));
  expect(body.querySelector('progress')).toBeNull();
  expect(body.textContent).toContain('Import arrêté\u00a0: rien n’a été écrit.');

  // What was foreseen is still there, to be confirmed after all.
  change.mockResolvedValue(true);
  replies.importProgress = null;
  await press(body, 'Importer 2 questions');
  expect(body.querySelector('section section')).toBeNull();
  expect(ask.mock.calls.filter(([name]) => name === 'holdEntries')).toHaveLength(2);
});

test('shows what was chosen while an import was being written, once it is stopped', async () => {
  const { body, asked, change } = await opened();
  await choose(body, file('qcm.json', FILE));
  const written = Promise.withResolvers<boolean>();
  change.mockReturnValue(written.promise);
  await press(body, 'Importer 2 questions');
  await settled(() => the(body, 'section section input[type=checkbox]').click());
  expect(asked('previewImport')).toEqual([REQUEST]);
  await vi.waitFor(() => the(body, 'progress'), PATIENCE);
  await press(body, 'Arrêter');
  await settled(() => written.resolve(false));
  expect(asked('previewImport')).toEqual([REQUEST, { ...REQUEST, lastIsDeclared: true }]);
  expect(the(body, 'section section button.primary').getAttribute('aria-disabled')).toBe('false');
});

test('hands a long file over in parts, and says so where the background was stopped in between', async () => {
  const { body, ask, fail, asked } = await opened();
  const stopped = new CodedError('interrupted');
  ask.mockImplementation(async (_name, request) => {
    if ((request as { held: string | null }).held !== null) throw stopped;
    return { held: 'h' };
  });
  const many = Object.fromEntries(Array.from({ length: 2_500 }, (_, place) => [`n${place}`, ['A']]));
  await give(body, file('qcm.json', JSON.stringify(many)));
  await vi.waitFor(() => expect(fail).toHaveBeenCalledWith(stopped), PATIENCE);
  expect(asked('holdEntries').map(({ entries }) => entries.length)).toEqual([1_000, 1_000]);
  expect(asked('previewImport')).toEqual([]);
});
