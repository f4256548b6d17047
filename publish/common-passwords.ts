import { dictionary } from '@zxcvbn-ts/language-common';
import type { Plugin } from 'vite';

/** The module of the strength estimator that holds nothing but its list of passwords. */
const PASSWORDS = /\/@zxcvbn-ts\/language-common\/dist\/passwords\.json\.mjs$/;
/** How many of its 49,233 are kept: what comes after them is rare, and weighs as much as a third of the package. */
const KEPT = 30_000;

/** Keeps the most common passwords of the strength estimator's list, which begins with them. */
export function commonPasswords(): Plugin {
  return {
    name: 'common-passwords',
    transform(_code, id) {
      if (!PASSWORDS.test(id)) return null;
      const kept = dictionary['passwords-common'].slice(0, KEPT);
      return { code: `export default ${JSON.stringify(kept.join('\n'))}.split('\\n');`, map: null };
    },
  };
}
