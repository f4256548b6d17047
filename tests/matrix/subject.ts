import type { SiteQuestion } from '../site/households.ts';

/** Who signs in, and whose answers must not be mixed up with theirs. */
export const ACCOUNT = 'marie.martin';
export const OTHER_ACCOUNT = 'paul.martin';

/** What the site refuses, where a cell is about a refusal: an answer that was right before a move, say. */
export const WRONG = 'LE MANS';

/** What the account is asked; with so few propositions all of them are drawn each time. */
export const FIRST: SiteQuestion = {
  text: 'Quelle est votre ville de résidence ?',
  answer: 'SAINT-ÉTIENNE',
  others: [WRONG, 'LYON', 'NICE', 'PARIS'],
};
export const SECOND: SiteQuestion = {
  text: "Quelle est l'année de naissance de Léa ?",
  answer: '2012',
  others: ['2009', '2010', '2011', '2013'],
};
