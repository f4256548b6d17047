import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where a browser is, or null. An environment variable goes first, then the PATH, then the usual places. */
export function findChromium(): string | null {
  return (
    fromEnvironment('CHROMIUM_PATH') ??
    onPath(['chromium', 'chromium-browser', 'ungoogled-chromium', 'brave-browser', 'microsoft-edge']) ??
    firstExisting([...playwrightBrowsers(), ...CHROMIUM_PLACES])
  );
}

/** Likewise for Firefox. */
export function findFirefox(): string | null {
  return (
    fromEnvironment('FIREFOX_PATH') ?? onPath(['firefox-esr', 'firefox']) ?? firstExisting(FIREFOX_PLACES)
  );
}

// Google's branded Chrome is not among them: it no longer takes an unpacked extension from its command line.
const CHROMIUM_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/snap/bin/chromium',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/snap/bin/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

function fromEnvironment(name: string): string | null {
  return process.env[name] || null;
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return firstExisting(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

/** What `playwright install chromium` leaves, newest first. */
function playwrightBrowsers(): string[] {
  const cache = join(homedir(), '.cache', 'ms-playwright');
  const folders = existsSync(cache) ? readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)) : [];
  return folders
    .sort()
    .reverse()
    .flatMap((name) => [
      join(cache, name, 'chrome-linux64', 'chrome'),
      join(cache, name, 'chrome-linux', 'chrome'),
    ]);
}

function firstExisting(paths: readonly string[]): string | null {
  return paths.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
