import { useEffect, useState } from 'preact/hooks';
import { estimateStrength, type Strength } from '../lib/estimate-strength.ts';
import { i18n } from './i18n.ts';

const WORDS = [
  'lock.strength.veryWeak',
  'lock.strength.weak',
  'lock.strength.fair',
  'lock.strength.good',
  'lock.strength.veryGood',
] as const;

/** How good a passphrase is, in words and as a bar; it estimates, and forbids nothing. */
export function StrengthMeter({ passphrase }: { passphrase: string }) {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let current = true;
    if (passphrase === '') setStrength(null);
    else estimateStrength(passphrase).then((estimate) => current && setStrength(estimate));
    return () => {
      current = false;
    };
  }, [passphrase]);
  return (
    <p class="strength" role="status">
      {strength !== null && (
        <>
          <meter min={0} max={4} low={2} high={3} optimum={4} value={strength} aria-hidden="true" />{' '}
          {i18n.t(WORDS[strength])}
        </>
      )}
    </p>
  );
}
