/** What the content script reads a page with, in one bundle for a page of a test. */
export { makeChooser } from '../../lib/page/choose.ts';
export { treesOf } from '../../lib/page/dom.ts';
export { locateChallenge } from '../../lib/page/locate.ts';
export { markOption, unmarkAll } from '../../lib/page/mark.ts';
export { showNote } from '../../lib/page/note.ts';
export { readOptions } from '../../lib/page/options.ts';
export { readPage } from '../../lib/page/read-page.ts';
