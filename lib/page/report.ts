import type { Challenge } from '../challenge/challenge.ts';

/** What the script in the page's own world says to the content script: the page's word, and to be read as such. */
export type ProbeReport =
  /** `of` counts the page's questions, from 1, in the order in which it asked for them. */
  | ({ kind: 'challenge'; of: number } & Challenge)
  /** `of` is the last question that the page had been given when it sent the answer; `proposition` null where it cannot be read. */
  | {
      kind: 'outcome';
      of: number;
      accepted: boolean;
      code: number;
      proposition: string | null;
    }
  /** The call that sent an answer came to nothing that could be read. */
  | { kind: 'failed' }
  /** The code of a login's reply, and whether it asks for one of an app (TOTP); nothing else of it is looked at. */
  | { kind: 'login'; code: number; totp: boolean };

/** Carries a report, as a JSON string: Firefox hands over nothing but primitives between the two worlds. */
export const REPORT_EVENT = 'memo-qcm:report';
/** The content script is there now: what it may have missed is said again. */
export const READY_EVENT = 'memo-qcm:ready';

/** A report from the text that the event carried; null when it is none. */
export function parseReport(detail: unknown): ProbeReport | null {
  if (typeof detail !== 'string' || detail.length > 200_000) return null;
  try {
    return toReport(JSON.parse(detail));
  } catch {
    return null;
  }
}

function toReport(value: unknown): ProbeReport | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, question, propositions, accepted, code, proposition, totp, ...more } = value as Record<
    string,
    unknown
  >; // each is looked at below
  const of = Number(more.of) || 0;
  if (kind === 'challenge' && isText(question) && Array.isArray(propositions) && propositions.every(isText)) {
    return { kind, of, question, propositions };
  }
  if (kind === 'outcome' && typeof accepted === 'boolean' && typeof code === 'number') {
    return {
      kind,
      of,
      accepted,
      code,
      proposition: isText(proposition) ? proposition : null,
    };
  }
  if (kind === 'login' && typeof code === 'number') return { kind, code, totp: totp === true };
  return kind === 'failed' ? { kind } : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
