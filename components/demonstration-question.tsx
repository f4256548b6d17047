import { useEffect } from 'preact/hooks';
import type { Advice } from '../lib/challenge/advice.ts';
import { followChallenge } from '../lib/page/follow-challenge.ts';
import type { Surroundings } from '../lib/page/surroundings.ts';
import type { Mode } from '../lib/settings.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';
import '../lib/page/style.css';

const QUESTION = 'Quelle est la couleur du cartable de Zoé\u202f?';
const PROPOSITIONS = ['BLEU', 'ROUGE', 'VERT', 'JAUNE'];
const ADVICE: Advice = {
  kind: 'answer',
  proposition: 'VERT',
  confirmed: true,
  candidates: [],
  refused: ['ROUGE'],
};

/** A question as EcoleDirecte shows it, followed by the very code that follows the page's, with advice that is made up. */
export function DemonstrationQuestion({ mode }: { mode: Mode }) {
  useEffect(
    () =>
      followChallenge(
        { question: QUESTION, propositions: PROPOSITIONS },
        {
          mayChoose: true,
          isHeld: false,
          lastWord: null,
          claimSending: () => false,
          onEnded() {},
          source: 'probe',
        },
        standIn(mode),
      ).leave,
    [],
  );
  return (
    <div class="demonstration-question">
      <h4>
        <DataText text={QUESTION} />
      </h4>
      <ul>
        {PROPOSITIONS.map((text, place) => (
          <li key={text}>
            <input type="radio" name="demonstration" id={`demonstration-${place}`} />
            <label for={`demonstration-${place}`} lang="fr" translate={false}>
              {text}
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** In the background's place: it knows the one answer, and hears of outcomes without keeping them. */
function standIn(mode: Mode): Surroundings {
  return {
    document,
    background: {
      advice: async () => ({ advice: ADVICE, mode, suspended: false }),
      outcome: async () => ({ remembered: false, waits: false, asks: false }),
    },
    wake() {},
    words: (key) => i18n.t(key),
    onAskAgain() {},
    onChoose() {},
    identifier: () => null,
  };
}
