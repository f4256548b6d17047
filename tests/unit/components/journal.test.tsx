// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { JournalSection } from '../../../components/journal-section.tsx';
import { journalWords } from '../../../components/journal-words.ts';
import { narrowJournal, WHOLE_JOURNAL } from '../../../components/narrow-journal.ts';
import type { Vault } from '../../../components/use-vault.ts';
import type { JournalEntry } from '../../../lib/messages.ts';
import { STATUS } from './given-vault.ts';
import { mount, press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const DAY = 24 * 60 * 60 * 1000;

const ENTRIES = [
  makeEntry('advice', 'answer', 'Élève préféré ?', 'marie'),
  makeEntry('outcome', 'accepted', 'Ville ?', 'paul'),
  makeEntry('export', '2', null, 'marie'),
  makeEntry('undo', '1'),
  { ...makeEntry('lock', ''), at: Date.now() - 100 * DAY },
];

test.each([
  [{}, [0, 1, 2, 3, 4]],
  [{ query: 'eleve' }, [0]],
  [{ query: ' VILLE' }, [1]],
  [{ account: 'marie' }, [0, 2]],
  [{ group: 'advice' as const }, [0]],
  [{ group: 'outcome' as const }, [1]],
  [{ group: 'files' as const }, [2]],
  [{ group: 'changes' as const }, [3]],
  [{ group: 'lock' as const }, [4]],
  [{ group: 'files' as const, account: 'paul' }, []],
])('the journal narrowed to %j', (filter, places) => {
  const found = narrowJournal(ENTRIES, { ...WHOLE_JOURNAL, ...filter });
  expect(found).toEqual(places.map((place) => ENTRIES[place]));
});

test.each([
  ['advice', 'answer'],
  ['advice', 'candidates:school-year'],
  ['advice', 'unknown'],
  ['advice', 'not-offered'],
  ['outcome', 'accepted'],
  ['outcome', 'refused'],
  ['outcome', 'moved-on'],
  ['outcome', 'never'],
] as const)('%s %s has words of its own', (kind, detail) => {
  expect(journalWords(makeEntry(kind, detail))).not.toBe(journalWords(makeEntry(kind, '')));
});

test('tells an empty journal from filters that nothing matches', async () => {
  const empty = await opened([]);
  expect(empty.body.textContent).toContain('Rien à signaler');
  expect(empty.body.querySelector('input, select, button')).toBeNull();
  const { body } = await opened();
  await type(the(body, 'input'), 'rien de tel');
  expect(body.textContent).toContain('Aucune entrée ne correspond');
  expect(body.textContent).not.toContain('Rien à signaler');
  await press(body, 'Tout afficher');
  expect(body.querySelectorAll('ol li')).toHaveLength(ENTRIES.length);
  expect(the<HTMLInputElement>(body, 'input').value).toBe('');
});

test('counts what would be deleted, and deletes it once that is confirmed', async () => {
  const { body, change } = await opened();
  const [, , purge] = [...body.querySelectorAll('select')];
  await settled(() => {
    if (!purge) throw new Error('nothing to choose an age by');
    purge.value = '90';
    purge.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await press(body, 'Effacer 1 entrée…');
  expect(the(body, 'dialog').textContent).toContain('Une entrée du journal sera effacée pour toujours');
  expect(change).not.toHaveBeenCalled();
  await press(the(body, 'dialog'), 'Effacer');
  expect(change).toHaveBeenCalledWith(
    'purgeJournal',
    { before: expect.closeTo(Date.now() - 90 * DAY, -5) },
    expect.anything(),
  );
  await settled(() => {
    if (purge) purge.value = '365';
    purge?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const nothing = [...body.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Rien à effacer',
  );
  expect(nothing?.disabled).toBe(true);
});

function makeEntry(
  kind: JournalEntry['kind'],
  detail: string,
  question: string | null = null,
  account: string | null = null,
): JournalEntry {
  return { at: Date.now(), kind, account, question, detail };
}

async function opened(entries: JournalEntry[] = ENTRIES) {
  const change = vi.fn(async () => true);
  const attempt = async () => entries;
  const vault = { status: STATUS, attempt, change } as unknown as Vault; // all that the section asks of it
  return { body: await mount(<JournalSection vault={vault} />), change };
}
