import { type Summary, summarise } from './statistics.ts';

/** One row of the table. `figure` is what `target` bounds; null where nothing is to be reached. */
export interface Row {
  name: string;
  unit: string;
  summary: Summary;
  /** What the figure is, beside the target. */
  what: string;
  /** Null too where what it is compared to is no more than noise. */
  figure: number | null;
  target: number | null;
  isReached: boolean | null;
}

/** How a series is judged: its median (or p95) itself, or as a ratio to the median of another. */
export interface Judging {
  by?: 'p95' | 'median';
  against?: readonly number[];
  /** Nothing against nothing: a ratio to less than this comes to is not known. */
  noise?: readonly number[];
  /** `most`: the figure must not be above it. `least`: the other's median, divided by this one's, not below it. */
  most?: number;
  least?: number;
  what?: string;
}

/** The row of a series. */
export function rowOf(name: string, unit: string, values: readonly number[], judging: Judging = {}): Row {
  const { by = 'median', against, noise, most, least, what = '' } = judging;
  const summary = summarise(values);
  const own = summary[by];
  const other = against ? summarise(against).median : 1;
  const figure = least === undefined ? own / other : other / own;
  const target = most ?? least ?? null;
  // A multiple of nothing, or of less, is the noise of the machine.
  const isKnown = other > (noise ? Math.abs(summarise(noise).median) : 0);
  const isReached = most === undefined ? figure >= (least ?? Number.NEGATIVE_INFINITY) : figure <= most;
  return {
    name,
    unit,
    summary,
    what,
    figure: isKnown && (against || target !== null) ? figure : null,
    target,
    isReached: isKnown && target !== null ? isReached : null,
  };
}

/** The rows as lines of text, under a line of headings. */
export function sayRows(rows: readonly Row[]): string[] {
  const cells = rows.map(({ name, unit, summary, what, figure, target, isReached }) => [
    name,
    ...[summary.median, summary.p95, summary.min, summary.max].map(short),
    unit,
    figure === null ? '' : `${short(figure)} ${what}`,
    target === null ? '' : short(target),
    target === null ? '' : isReached === null ? 'not known' : isReached ? 'yes' : 'NO',
  ]);
  const table = [['row', 'median', 'p95', 'min', 'max', 'unit', 'figure', 'target', 'reached'], ...cells];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  return table.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}
