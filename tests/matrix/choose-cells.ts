import { Random } from '../simulate/random.ts';
import { MARKUPS, TRANSPORTS } from '../site/world.ts';
import { type Cell, isUnseen, isWithoutQuestion, MEMORIES, MODES, OUTCOMES } from './cell.ts';

/** Candidates that each place is chosen from. */
const DRAWS = 60;

/**
 * At least `count` cells, drawn by `seed`, those that add most first, so that every pairing that matters is there: each markup, transport, outcome and
 * memory in every mode, each markup and outcome with every kind of transport, and as many more pairs of markup
 * and transport as there is room for.
 */
export function chooseCells(count: number, seed: number): Cell[] {
  const random = new Random(seed);
  const every = everyCell();
  const missing = new Set(every.flatMap(pairsOf));
  const wished = new Set(every.map(wish));
  const cells: Cell[] = [];
  while (missing.size > 0 || cells.length < count) {
    const [pair] = missing;
    const draws = Array.from({ length: DRAWS }, () => drawCell(random, pair));
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
  return MODES.flatMap((mode) =>
    MEMORIES.flatMap((memory) =>
      OUTCOMES.flatMap((outcome) =>
        TRANSPORTS.flatMap((transport) =>
          MARKUPS.map((markup): Cell => ({ markup, transport, mode, memory, outcome })),
        ),
      ),
    ),
  ).filter(isPossible);
}

/** What comes of an answer that nobody hears of is the same whatever it is. */
function isPossible(cell: Cell): boolean {
  return !isUnseen(cell) || ['accepted', 'refused, asked again'].includes(cell.outcome);
}

function drawCell(random: Random, pair: string | undefined): Cell {
  for (;;) {
    const wanted = pair ? (JSON.parse(pair) as Partial<Cell> & { family?: string }) : {}; // as `pairsOf` wrote it
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
