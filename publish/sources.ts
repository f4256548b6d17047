/**
 * All that the sources package holds, by name, so that nothing strays into it that lies in a working folder: keys of the
 * stores, say.
 */
export const SOURCES = [
  '{.biome.json,.gitignore,.npmrc,package.json,package-lock.json,tsconfig.json,wxt.config.ts}',
  '{CHANGELOG,README,SECURITY}.md',
  'LICENSE',
  '.ci/*',
  '{components,docs,entrypoints,lib,public,publish,tests}/**',
];
