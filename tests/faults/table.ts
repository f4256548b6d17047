import type { Figure } from './figure.ts';

const PLACES = ['node', 'chromium', 'firefox'] as const;

/** The figures as text: a table for what needs no browser and one for each browser, their columns under each other. */
export function tableOf(figures: readonly Figure[]): string {
  const width = Math.max(0, ...figures.map(({ check }) => check.length));
  const lineOf = ({ check, counts, asPromised }: Figure) => {
    const numbers = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
    return `${asPromised ? 'ok  ' : 'FAIL'}  ${check.padEnd(width)}  ${numbers.join(', ')}`;
  };
  return PLACES.flatMap((place) => {
    const here = figures.filter(({ where }) => where === place);
    return here.length > 0 ? [[place, ...here.map(lineOf)].join('\n')] : [];
  }).join('\n\n');
}
