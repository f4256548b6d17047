import words from '../../lib/locales/fr.json' with { type: 'json' };
import { type Cell, isRefusedBySite, isUnseen, isWithoutQuestion } from './cell.ts';
import { lineOf } from './memory.ts';
import { ACCOUNT, FIRST, OTHER_ACCOUNT, SECOND, WRONG } from './subject.ts';

/** What the extension promises for a cell. */
export interface Promised {
  /** What is chosen on the page before its owner does anything, and for a question that follows. */
  chosen: string | null;
  chosenNext: string | null;
  /** What is marked on the page for the first question, as `text: mark`; null where that depends on how it is read. */
  marked: string[] | null;
  /** Whether the first answer is sent without its owner. */
  isSentAlone: boolean;
  /** The answers that reach the site, in all. */
  posts: string[];
  /** What is remembered afterwards. Of what nobody heard the end of, either of two things may be. */
  remembered: string[][];
  /** What is said in the end; null where there is nothing to say, or it is not known what. */
  sentence: string | null;
}

/** The answer that is sent first, by its owner or without. */
export const sentIn = (cell: Cell) => (isRefusedBySite(cell) ? WRONG : FIRST.answer);
const isKnown = ({ memory }: Cell) => memory === 'confirmed' || memory === 'declared';
/** A question that comes before the login form is there is nobody's in particular, and nothing is confirmed for nobody. */
const accountOf = ({ transport }: Cell) => (transport === 'early' ? null : ACCOUNT);
export const standingOf = ({ memory, transport }: Cell) =>
  memory === 'declared' || (memory === 'confirmed' && transport === 'early') ? 'declared' : 'confirmed';

export function promisedFor(cell: Cell): Promised {
  const { mode, memory, markup, transport, outcome } = cell;
  const mayChoose = isKnown(cell) && mode !== 'highlight' && markup !== 'buttons' && !isBlurred(cell);
  const isSentAlone =
    mode === 'automatic' && memory === 'confirmed' && !isUnseen(cell) && transport !== 'early';
  const isAnswered = !isWithoutQuestion(cell) && outcome !== 'closed' && outcome !== 'back';
  return {
    chosen: mayChoose && !isWithoutQuestion(cell) ? sentIn(cell) : null,
    chosenNext: mayChoose && isAnotherAsked(cell) ? SECOND.answer : null,
    marked: markedFor(cell),
    isSentAlone,
    posts: isAnswered ? [sentIn(cell), ...(outcome === 'a second question' ? [SECOND.answer] : [])] : [],
    remembered: rememberedAfter(cell),
    sentence: sentenceAfter(cell),
  };
}

function markedFor(cell: Cell): string[] | null {
  if (isBlurred(cell)) return null;
  if (isKnown(cell)) return [`${sentIn(cell)}: answer`];
  // What a named account answered may be the answer of whom nobody knows.
  const isAnybodys = cell.memory === 'other account' && accountOf(cell) === null;
  return isAnybodys ? [`${sentIn(cell)}: candidate`] : [];
}

/** Read from the page alone, a text whose spaces are others than usual is not the same letter for letter. */
const isBlurred = (cell: Cell) => isUnseen(cell) && cell.markup === 'split' && sentIn(cell).includes(' ');

export const isAnotherAsked = ({ outcome }: Cell) =>
  outcome === 'a second question' || outcome === 'refused, another question';

/** What the owner had remembered before. */
export function rememberedBefore(cell: Cell): { account: string | null; question: string; answer: string }[] {
  if (cell.memory === 'nothing') return [];
  const account = cell.memory === 'other account' ? OTHER_ACCOUNT : accountOf(cell);
  const first = { account, question: FIRST.text, answer: sentIn(cell) };
  const second = { account, question: SECOND.text, answer: SECOND.answer };
  return isAnotherAsked(cell) ? [first, second] : [first];
}

const REFUSALS = /^answer (505|516|535|550)$/;

function rememberedAfter(cell: Cell): string[][] {
  const { outcome } = cell;
  const learned = (question: string, text: string, standing: string) => ({ question, text, standing });
  const news: ReturnType<typeof learned>[] = [];
  if (outcome === 'accepted' || outcome.endsWith('afterwards') || outcome === 'a second question')
    news.push(learned(FIRST.text, FIRST.answer, 'confirmed'));
  if (outcome === 'a second question') news.push(learned(SECOND.text, SECOND.answer, 'confirmed'));
  if (isRefusedBySite(cell) || REFUSALS.test(outcome))
    news.push(learned(FIRST.text, sentIn(cell), 'refused'));
  const before = rememberedBefore(cell).map((one) =>
    lineOf(one.account, one.question, one.answer, standingOf(cell)),
  );
  const isNews = (line: string) =>
    news.some(({ question, text }) => line.startsWith(`${accountOf(cell)}: ${question}: ${text} `));
  const after = [
    ...before.filter((line) => !isNews(line)),
    ...news.map(({ question, text, standing }) => lineOf(accountOf(cell), question, text, standing)),
  ].sort();
  if (!isUnseen(cell)) return [after];
  // Nobody heard whether it was accepted: nothing is learned, or what was chosen is as good as typed by its owner.
  const typed = lineOf(ACCOUNT, FIRST.text, FIRST.answer, 'declared');
  if (outcome !== 'accepted') return [before.sort()];
  return [before.sort(), isKnown(cell) ? before : [...before, typed].sort()];
}

const { note } = words.page;

function sentenceAfter(cell: Cell): string | null {
  const { outcome } = cell;
  if (isUnseen(cell)) return null;
  switch (outcome) {
    case 'accepted':
    case 'a second question':
      return note.accepted;
    case 'refused, asked again':
    case 'refused, another question':
    case 'answer 505':
      return note.refused;
    case 'answer 516':
    case 'answer 535':
    case 'answer 550':
      return note.blocked;
    case 'answer 517':
      return note.outdated;
    case 'answer 520':
    case 'answer 521':
    case 'answer 525':
      return note.expired;
    case 'answer not JSON':
    case 'answer dropped':
    case 'answer never comes':
      return note.noReply;
    case 'login 516':
    case 'login 535':
    case 'login 550':
    case 'login 516 afterwards':
      return note.loginBlocked;
    case 'login 525 afterwards':
      return note.loginFailed;
    case 'closed':
    case 'back':
      return note.ended;
    default:
      return null;
  }
}
