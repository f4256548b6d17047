import { Random } from '../simulate/random.ts';
import { MARKUPS, TRANSPORTS } from '../site/world.ts';
import { type Cell, isUnseen, isWithoutQuestion, MEMORIES, MODES, OUTCOMES } from './cell.ts';

/** Candidates that each place is chosen from. */
const DRAWS = 60;

/** What is asked of a cell; `family` is a kind of transport. */
type Wanted = Partial<Cell> & { family?: string };

/**
 * What the first cells are, so that a few hold what must not break: an answer that is sent without its owner, one for a
 * question that is read from the page alone, and one that is only marked.
 */
const FIRST_CELLS: readonly Wanted[] = [
  { mode: 'automatic', memory: 'confirmed', outcome: 'accepted', family: 'fetch' },
  { mode: 'select', memory: 'confirmed', outcome: 'accepted', transport: 'unseen', markup: 'beside' },
  { mode: 'highlight', memory: 'confirmed', outcome: 'accepted' },
];

/**
 * At least `count` cells, drawn by `seed`: first one of each mode, then those that add most, the modes in turn, so that
 * every pairing that matters is there: each markup, transport, outcome and memory in every mode, each markup and outcome
 * with every kind of transport, and as many more pairs of markup and transport as there is room for.
 */
export function chooseCells(count: number, seed: number): Cell[] {
  const random = new Random(seed);
  const every = everyCell();
  const missing = new Set(every.flatMap(pairsOf));
  const wished = new Set(every.map(wish));
  const cells: Cell[] = [];
  while (missing.size > 0 || cells.length < count) {
    const [pair = '{}'] = missing;
    const wanted = FIRST_CELLS[cells.length] ?? (JSON.parse(pair) as Wanted); // as `pairsOf` wrote it
    const draws = Array.from({ length: DRAWS }, () => drawCell(random, wanted));
    const gain = (cell: Cell) =>
      3 * pairsOf(cell).filter((one) => missing.has(one)).length + (wished.has(wish(cell)) ? 1 : 0);
    const best = draws.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    for (const one of pairsOf(best)) missing.delete(one);
    wished.delete(wish(best));
    cells.push(best);
  }
  return cells;
}

/** All that can be drawn. */
function everyCell(): Cell[] {
  return MEMORIES.flatMap((memory) =>
    OUTCOMES.flatMap((outcome) =>
      TRANSPORTS.flatMap((transport) =>
        MARKUPS.flatMap((markup) =>
          MODES.map((mode): Cell => ({ markup, transport, mode, memory, outcome })),
        ),
      ),
    ),
  ).filter(isPossible);
}

/** What comes of an answer that nobody hears of is the same whatever it is. */
function isPossible(cell: Cell): boolean {
  return !isUnseen(cell) || ['accepted', 'refused, asked again'].includes(cell.outcome);
}

function drawCell(random: Random, wanted: Wanted): Cell {
  for (;;) {
    const transports = TRANSPORTS.filter((one) => !wanted.family || familyOf(one) === wanted.family);
    const cell: Cell = {
      markup: wanted.markup ?? random.pick(MARKUPS),
      transport: wanted.transport ?? random.pick(transports),
      mode: wanted.mode ?? random.pick(MODES),
      memory: wanted.memory ?? random.pick(MEMORIES),
      outcome: wanted.outcome ?? random.pick(OUTCOMES),
    };
    if (isPossible(cell)) return cell;
  }
}

function pairsOf(cell: Cell): string[] {
  const { markup, transport, mode, memory, outcome } = cell;
  const family = familyOf(transport);
  // Without a question there is no markup, no way that it came, and nothing to do in any mode.
  const pairs: object[] = isWithoutQuestion(cell)
    ? [{ outcome }]
    : [
        { markup, mode },
        { transport, mode },
        { outcome, mode },
        { memory, mode },
        { markup, family },
        { outcome, family },
        { memory, family },
      ];
  return pairs.map((pair) => JSON.stringify(pair));
}

function wish(cell: Cell): string {
  return isWithoutQuestion(cell) ? '' : `${cell.markup} ${cell.transport}`;
}

function familyOf(transport: Cell['transport']): string {
  if (isUnseen({ transport })) return 'unseen';
  return transport.startsWith('fetch') ? 'fetch' : 'xhr';
}
