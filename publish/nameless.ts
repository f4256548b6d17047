import type { Plugin } from 'vite';

/**
 * Leaves the page no name of an injected script: such a script is one function that is called at once, and what it returns
 * is kept for nobody. WXT does the same by the parentheses around that function, which Terser leaves out.
 */
export function nameless(): Plugin {
  return {
    name: 'memo-qcm:nameless',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/^var \w+=function\b/, '!function');
      }
    },
  };
}
