import type { Markup, Transport } from '../site/world.ts';

export const MODES = ['highlight', 'select', 'automatic'] as const;

/** What is remembered before: of the account itself, as it was accepted or as it was typed; nothing; or of another. */
export const MEMORIES = ['confirmed', 'declared', 'nothing', 'other account'] as const;

/** What a reply to an answer, or to a login, may be instead of a yes. */
export const CODES = [505, 516, 517, 520, 521, 525, 535, 550] as const;
export type Code = (typeof CODES)[number];

export const OUTCOMES = [
  'accepted',
  'refused, asked again',
  'refused, another question',
  'a second question',
  ...CODES.map((code) => `answer ${code}` as const),
  'answer not JSON',
  'answer dropped',
  'answer never comes',
  ...CODES.map((code) => `login ${code}` as const),
  'login 516 afterwards',
  'login 525 afterwards',
] as const;
export type Outcome = (typeof OUTCOMES)[number] | 'closed' | 'back';

/** One way that a question may go. */
export interface Cell {
  markup: Markup;
  transport: Transport;
  mode: (typeof MODES)[number];
  memory: (typeof MEMORIES)[number];
  outcome: Outcome;
}

/** What the probe cannot hear. */
export function isUnseen({ transport }: Pick<Cell, 'transport'>): boolean {
  return transport === 'unseen' || transport === 'worker';
}

/** Whether the login itself is answered so that no question comes. */
export function isWithoutQuestion({ outcome }: Pick<Cell, 'outcome'>): boolean {
  return /^login \d+$/.test(outcome);
}

export function isRefusedBySite({ outcome }: Pick<Cell, 'outcome'>): boolean {
  return outcome.startsWith('refused');
}

export function nameOf({ markup, transport, mode, memory, outcome }: Cell): string {
  return [markup, transport, mode, memory, outcome].join(' · ');
}
