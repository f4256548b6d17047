import type { Advice } from './advice.ts';

/**
 * What one tab's login remembers between its challenges, for deciding whether an answer may be sent without its owner.
 * A plain value: it is kept where the worker's death does not reach it.
 */
export interface LoginState {
  /** An answer was sent by itself in this login; there is one such at most. */
  sent: boolean;
}

export const NEW_LOGIN: LoginState = { sent: false };

/** A question that comes again this soon after it was asked still belongs to the same login, in milliseconds. */
export const SAME_LOGIN_MS = 600_000;

/**
 * Whether the answer may be sent without its owner: only a confirmed one (for this very question and this account,
 * offered letter for letter, which `advise` sees to), once a login, and never between a refusal and the next answer
 * that the owner gives by hand (`suspended`). `login` is null where the owner was not seen to begin one: a page that only
 * reloads may not have answer after answer sent.
 */
export function maySend(advice: Advice, login: LoginState | null, suspended: boolean): boolean {
  return advice.kind === 'answer' && advice.confirmed && login !== null && !login.sent && !suspended;
}
