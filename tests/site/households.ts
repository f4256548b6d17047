import { CITIES, LEVELS, MONTHS, TEACHERS } from '../word-pools.ts';

/** A question that an account may be asked: its right answer, and what is offered beside it. */
export interface SiteQuestion {
  text: string;
  answer: string;
  others: readonly string[];
}

/** An account of the stand-in, with an invented person. */
export interface SiteAccount {
  identifier: string;
  password: string;
  firstName: string;
  lastName: string;
  /** `E` pupil, `1` and `2` family, `P` teacher (whose pages call `apip.`). */
  type: 'E' | '1' | '2' | 'P';
  /** What is asked of a browser that is not known. */
  secondFactor: 'question' | 'totp' | 'none';
  questions: SiteQuestion[];
}

const YEARS = Array.from({ length: 25 }, (_, index) => String(1960 + index));
const BIRTH_YEARS = Array.from({ length: 12 }, (_, index) => String(2006 + index));

const ask = (text: string, answer: string, pool: readonly string[]): SiteQuestion => {
  return { text, answer, others: pool.filter((other) => other !== answer) };
};

const ofTheChildren = [
  ask('Quel est le mois de naissance de Zoé ?', 'janvier', MONTHS),
  ask('Quel est le niveau scolaire de Léa ?', 'QUATRIEMES', LEVELS),
  ask("Quelle est l'année de naissance de Léa ?", '2012', BIRTH_YEARS),
];

/** One family whose parents share a question text and not its answer, and accounts of every other kind. */
export function makeAccounts(): SiteAccount[] {
  return [
    {
      identifier: 'marie.martin',
      password: 'tournesol',
      firstName: 'Marie',
      lastName: 'MARTIN',
      type: '1',
      secondFactor: 'question',
      questions: [
        ask('Quelle est votre ville de résidence ?', 'PARIS', CITIES),
        ask('Quelle est votre année de naissance ?', '1970', YEARS),
        ...ofTheChildren,
      ],
    },
    {
      identifier: 'paul.martin',
      password: 'coquelicot',
      firstName: 'Paul',
      lastName: 'MARTIN',
      type: '2',
      secondFactor: 'question',
      questions: [
        ask('Quelle est votre ville de résidence ?', 'LYON', CITIES),
        ask('Quelle est votre année de naissance ?', '1968', YEARS),
        ...ofTheChildren,
      ],
    },
    {
      identifier: 'lea.martin',
      password: 'jonquille',
      firstName: 'Léa',
      lastName: 'MARTIN',
      type: 'E',
      secondFactor: 'question',
      questions: [
        ask('Quel est votre mois de naissance ?', 'août', MONTHS),
        ask('Quel est le nom de famille de votre professeur principal ?', 'DURAND', TEACHERS),
      ],
    },
    {
      identifier: 'prof.durand',
      password: 'pervenche',
      firstName: 'Jeanne',
      lastName: 'DURAND',
      type: 'P',
      secondFactor: 'question',
      questions: [ask('Quelle est votre ville de résidence ?', 'TOURS', CITIES)],
    },
    {
      identifier: 'totp.petit',
      password: 'muguet',
      firstName: 'Luc',
      lastName: 'PETIT',
      type: '1',
      secondFactor: 'totp',
      questions: [],
    },
    {
      identifier: 'sans.question',
      password: 'lilas',
      firstName: 'Anne',
      lastName: 'ROUX',
      type: '1',
      secondFactor: 'none',
      questions: [],
    },
  ];
}
