import type { Plugin } from 'vite';

/** WXT's own beginning of a content script, in either world. */
const START = /virtual:wxt-content-script-(isolated|main)-world-entrypoint/;

/** What a script is defined with, ahead of its `main`: the manifest has it. */
const OPTIONS = /matches:\[[^\]]*\],[^(){}]*(?=main\()/;

/**
 * Has an injected script begin with its `main` alone. WXT's own beginning passes on what the script was defined with, so
 * that all of it goes into the page, and has a log for what fails, which is silent in what is built.
 */
export function bareStart(): Plugin {
  return {
    name: 'memo-qcm:bare-start',
    transform(code, id) {
      const [, world] = START.exec(id) ?? [];
      if (!world) return null;
      const imports = code
        .match(/^import .*$/gm)
        ?.filter((line) => /definition|ContentScriptContext/.test(line));
      if (imports?.length !== (world === 'main' ? 1 : 2))
        this.error('WXT begins content scripts in another way: look at it anew.');
      const context = world === 'main' ? '' : 'new ContentScriptContext()';
      return { code: [...imports, `definition.main(${context});`].join('\n'), map: null };
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(OPTIONS, '');
      }
    },
  };
}
