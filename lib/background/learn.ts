import { isKnown } from '../challenge/remember.ts';
import { codeOf } from '../errors.ts';
import type { Decision, Remembering } from '../messages.ts';
import type { Settings } from '../settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { OfferedAnswers } from './offered-answers.ts';
import type { HeldOutcome } from './outcome-list.ts';
import { isUnwanted, rememberOutcome, type WaitingOutcomes } from './waiting-outcomes.ts';

export interface LearnNeeds {
  vault: Vault;
  waiting: WaitingOutcomes;
  offers: OfferedAnswers;
  readSettings: () => Promise<Settings>;
}

export const NOT_REMEMBERED: Remembering = { remembered: false, waits: false, asks: false };

/**
 * What is learned from an answer that was accepted or refused, outside private tabs. A refusal is always kept, and so is
 * what confirms an answer that its owner had given before; of a new one its owner is asked, unless the settings say
 * otherwise. Of a question that its owner wants no answer remembered to, nothing is learned but of the answers that are there:
 * they are given all the same. Throws what `Vault.change` throws.
 */
export async function learn(outcome: HeldOutcome, needs: LearnNeeds): Promise<Remembering> {
  const { vault, offers, readSettings } = needs;
  let state = await vault.state();
  // A store that failed to open may open the next time; what is not kept now is lost.
  if (typeof state !== 'string') state = await vault.state();
  if (state !== 'open' && state !== 'locked') return NOT_REMEMBERED;
  if (state === 'open') {
    const { account, question } = outcome;
    const { exact } = await vault.lookUp(account === null ? [null] : [account, null], question);
    if (isUnwanted(outcome, exact)) return NOT_REMEMBERED;
    if (outcome.kind === 'refused' || isKnown(exact, outcome.proposition)) return keep(outcome, needs);
  }
  if (outcome.kind !== 'refused' && (await readSettings()).remember === 'ask') {
    await offers.add(outcome);
    return { ...NOT_REMEMBERED, asks: true };
  }
  return keep(outcome, needs);
}

/** Does what the owner said to an offer. Throws what `Vault.change` throws. */
export async function settleOffer(
  offer: HeldOutcome,
  decision: Decision,
  needs: LearnNeeds,
): Promise<Remembering> {
  if (decision === 'later') return NOT_REMEMBERED;
  const kind = decision === 'save' ? offer.kind : 'never';
  const kept = await keep({ ...offer, kind, isDecided: true }, needs);
  return decision === 'save' ? kept : NOT_REMEMBERED;
}

/** Into the vault, or aside until it is unlocked: it may have been locked while this waited for another change. */
async function keep(outcome: HeldOutcome, { vault, waiting }: LearnNeeds): Promise<Remembering> {
  try {
    await rememberOutcome(vault, outcome);
    return { ...NOT_REMEMBERED, remembered: true };
  } catch (error) {
    if (codeOf(error) !== 'vault-locked') throw error;
    await waiting.add(outcome);
    return { ...NOT_REMEMBERED, waits: true };
  }
}
