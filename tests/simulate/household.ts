import type { Challenge } from '../../lib/challenge/challenge.ts';
import { CITIES, LEVELS, MONTHS, TEACHERS } from '../word-pools.ts';
import type { Random } from './random.ts';

/** A question that one account may be asked, and the answer that EcoleDirecte holds right at a moment. */
export interface Fact {
  question: string;
  /** All that EcoleDirecte may offer for it, the right answers among them. */
  pool: readonly string[];
  /** The right answer since each moment (milliseconds since the epoch), oldest first. */
  truth: { since: number; answer: string }[];
}

export interface SimulatedAccount {
  identifier: string;
  facts: Fact[];
}

/** A family's accounts, which share some question texts and not always their answers. */
export interface Household {
  accounts: SimulatedAccount[];
}

const CLASSES = ['6A', '6B', '5A', '5B', '4A', '4B', '3A', '3B', '2A', '2B', '1A', '1B', 'TA', 'TB'];
const CHILDREN = ['Léa', 'Zoé', 'Hugo', 'Inès', 'Noé', 'Chloé', 'Maël'];
const YEARS = Array.from({ length: 60 }, (_, index) => String(1960 + index));

/** Each 1 September of the simulated years, in milliseconds since the epoch, in the machine's own calendar as the rule has it. */
const SCHOOL_YEARS = [2022, 2023, 2024, 2025, 2026].map((year) => new Date(year, 8, 1).getTime());
export const FROM = SCHOOL_YEARS[0] ?? 0;
export const UNTIL = new Date(2027, 6, 1).getTime();

/** A family with one or two parents, one to three children, and pupils' accounts now and then. */
export function makeHousehold(random: Random): Household {
  const children = random.shuffled(CHILDREN).slice(0, random.whole(1, 3));
  const birth = children.map((child) => birthFacts(random, child));
  const school = children.map((child) => levelFact(random, child));
  const parents = ['mere', 'pere'].slice(0, random.whole(1, 2)).map((identifier) => {
    return {
      identifier,
      facts: [cityFact(random), ownYear(random), ownMonth(random), ...birth.flat(), ...school],
    };
  });
  const pupils = children
    .filter(() => random.chance(0.3))
    .map((child) => {
      return {
        identifier: `eleve.${child}`,
        facts: [cityFact(random), ownMonth(random), classFact(random), teacherFact(random)],
      };
    });
  return { accounts: [...parents, ...pupils] };
}

/** The answer that is right at `at`. */
export function truthAt(fact: Fact, at: number): string {
  return fact.truth.reduce(
    (right, { since, answer }) => (since <= at ? answer : right),
    fact.truth[0]?.answer ?? '',
  );
}

/** A challenge about a fact as EcoleDirecte draws it: 5 to 12 propositions, the right one among them, in any order. */
export function draw(random: Random, fact: Fact, at: number): Challenge {
  const right = truthAt(fact, at);
  const wrong = random.shuffled(fact.pool.filter((answer) => answer !== right)).slice(0, random.whole(4, 11));
  return { question: fact.question, propositions: random.shuffled([right, ...wrong]) };
}

const fixed = (random: Random, question: string, pool: readonly string[]): Fact => {
  return { question, pool, truth: [{ since: 0, answer: random.pick(pool) }] };
};
const ownYear = (random: Random) => fixed(random, 'Quelle est votre année de naissance ?', YEARS);
const ownMonth = (random: Random) => fixed(random, 'Quel est votre mois de naissance ?', MONTHS);

function birthFacts(random: Random, child: string): Fact[] {
  return [
    fixed(random, `Quelle est l'année de naissance de ${child} ?`, YEARS),
    fixed(random, `Quel est le mois de naissance de ${child} ?`, MONTHS),
  ];
}

function cityFact(random: Random): Fact {
  const fact = fixed(random, 'Quelle est votre ville de résidence ?', CITIES);
  if (random.chance(0.15)) fact.truth.push({ since: random.whole(FROM, UNTIL), answer: random.pick(CITIES) });
  return fact;
}

function levelFact(random: Random, child: string): Fact {
  const start = random.whole(0, 2);
  const truth = SCHOOL_YEARS.map((since, year) => ({ since, answer: LEVELS[start + year] ?? 'TERMINALES' }));
  return { question: `Quel est le niveau scolaire de ${child} ?`, pool: LEVELS, truth };
}

const yearly = (random: Random, question: string, pool: readonly string[]): Fact => {
  return { question, pool, truth: SCHOOL_YEARS.map((since) => ({ since, answer: random.pick(pool) })) };
};
const classFact = (random: Random) => yearly(random, 'Quelle est votre classe ?', CLASSES);
const teacherFact = (random: Random) =>
  yearly(random, 'Quel est le nom de famille de votre professeur principal ?', TEACHERS);
