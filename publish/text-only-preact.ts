import type { Plugin } from 'vite';

/** The one place where Preact parses text as HTML: `dangerouslySetInnerHTML`, which nothing here uses. */
const PREACT = /\/preact\/dist\/preact\.mjs$/;
const ASSIGNMENT = '.innerHTML=';
/** What would parse text as HTML, in whatever ends up in the package. */
const PARSES_HTML = /\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/;

/**
 * Leaves Preact no way to make elements of text: what would have been set as HTML is set as text. Fails the build where
 * Preact no longer has that place exactly once, and where anything else in the package could parse HTML.
 */
export function textOnlyPreact(): Plugin {
  return {
    name: 'text-only-preact',
    transform(code, id) {
      if (!PREACT.test(id)) return null;
      const parts = code.split(ASSIGNMENT);
      if (parts.length !== 2)
        this.error(`Preact sets innerHTML in ${parts.length - 1} places, and not in one: look at it anew.`);
      return { code: parts.join('.textContent='), map: null };
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && PARSES_HTML.test(file.code))
          this.error(`${file.fileName} could parse text as HTML: ${PARSES_HTML.exec(file.code)?.[0]}`);
    },
  };
}
