import { tell } from '../faults/owner.ts';
import type { Memory } from '../matrix/memory.ts';
import { LEVELS, MONTHS } from '../word-pools.ts';

/** A question that is longer than any that EcoleDirecte is known to ask. */
export const LONG = `Quel est le nom de l’établissement scolaire que fréquentait ${'votre grand-mère maternelle ou, à défaut, '.repeat(4)}votre arrière-grand-mère l’année de ses dix ans ?`;
/** One that is read from right to left. */
export const ARABIC = 'ما هو اسم مدينة ميلادك؟';
/** One with more propositions than any list has keys. */
export const MANY = 'Quelle est la ville de naissance de votre grand-père ?';

/** Fills the memory with what an invented family would have in it: confirmed, typed, to verify, and of each length. */
export async function fillMemory(memory: Memory): Promise<void> {
  await memory.reset('select');
  await memory.confirm('marie.martin', 'Quelle est votre ville de résidence ?', 'PARIS');
  await memory.confirm('marie.martin', 'Quel est le mois de naissance de Zoé ?', 'janvier');
  await memory.confirm('paul.martin', 'Quelle est votre ville de résidence ?', 'LYON');
  await memory.declare('marie.martin', 'Quelle est votre année de naissance ?', '1970');
  await memory.declare(null, LONG, 'École Jeanne-d’Arc');
  await memory.declare('paul.martin', ARABIC, 'الرباط');
  const listed: [string, readonly string[]][] = [
    ['Quel est le niveau scolaire de Léa ?', LEVELS.slice(0, 4)],
    ['Quel est le mois de naissance de Léa ?', MONTHS.slice(0, 7)],
    [MANY, Array.from({ length: 40 }, (_, place) => `COMMUNE-${place + 1}`)],
  ];
  for (const [question, answers] of listed)
    await tell(memory.page, 'save', { id: null, account: null, question, answers: [...answers] });
}
