// Installs what is missing before anything else runs: packages, generated types, browsers, Python. Plain JavaScript for
// any Node from 18 on, because nothing is installed yet; silent where there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The Node that the tools need, from the packages, whatever the system has. */
const toolNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** There on Debian and what descends from it. */
const APT_GET = '/usr/bin/apt-get';

/** What the tests need beside packages, and Debian's packages for it, with French for the browsers. */
const DEBIAN = {
  Chromium: ['chromium', 'chromium-l10n', 'fonts-dejavu-core'],
  Firefox: ['firefox-esr', 'firefox-esr-l10n-fr', 'fonts-dejavu-core'],
  Python: ['python3'],
  cryptography: ['python3-cryptography'],
  age: ['age'],
};

/** What a person who must install it by hand is told. */
const ADVICE = {
  Chromium: 'Chromium, not Google Chrome, which refuses unpacked extensions (or set CHROMIUM_PATH)',
  Firefox: 'Firefox 140 or later (or set FIREFOX_PATH)',
  Python: 'Python 3',
  cryptography: 'Python’s package cryptography',
  age: 'the command age',
};

installPackages();
installSystem();

function installPackages() {
  if (!arePackagesInstalled()) run('npm ci', ['ci']);
  if (!existsSync(join(root, '.wxt', 'tsconfig.json')))
    run('wxt prepare', ['run', '--silent', 'postinstall']);
}

/** By content, not by date: a checkout makes the lock file newer without changing it. */
function arePackagesInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed || !existsSync(toolNode)) return false;
  const isSame = ([path, { version }]) => wanted[path]?.version === version;
  // Packages for other systems are in the lock file alone.
  const isThere = ([path, entry]) =>
    path === '' || path in installed || Boolean(entry.optional ?? entry.devOptional);
  return Object.entries(installed).every(isSame) && Object.entries(wanted).every(isThere);
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

function installSystem() {
  let missing = findMissing();
  if (missing.length > 0 && canInstallFromDebian()) {
    const packages = [...new Set(missing.flatMap((name) => DEBIAN[name]))];
    console.log(`Installing ${packages.join(', ')}…`);
    // A list that is stale in part still serves: whether the packages came is seen afterwards.
    aptGet(['update']);
    aptGet(['install', '--yes', '--no-install-recommends', ...packages]);
    missing = findMissing();
  }
  if (missing.length > 0) stop(`Please install ${missing.map((name) => ADVICE[name]).join(', and ')}.`);
}

function findMissing() {
  const finder = `
    import { findChromium, findFirefox } from './tests/browsers/find.ts';
    console.log(JSON.stringify({ Chromium: findChromium() !== null, Firefox: findFirefox() !== null }));`;
  const { stdout, stderr, status } = spawnSync(toolNode, ['--input-type=module', '--eval', finder], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) stop(`The search for browsers failed: ${stderr}`);
  const found = {
    ...JSON.parse(stdout),
    Python: ['python3', 'python'].some(isPython3),
    cryptography: ['python3', '/usr/bin/python3'].some(hasCryptography),
    age: spawnSync('age', ['--version']).status === 0,
  };
  return Object.keys(found).filter((name) => !found[name]);
}

function isPython3(command) {
  return spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('Python 3') === true;
}

function hasCryptography(command) {
  return spawnSync(command, ['-c', 'import cryptography']).status === 0;
}

function canInstallFromDebian() {
  return process.getuid?.() === 0 && existsSync(APT_GET);
}

function aptGet(args) {
  spawnSync(APT_GET, ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function run(what, npmArguments) {
  console.log(`${what}…`);
  // npm says where it is to the scripts that it runs; started by hand, it is the one on the PATH.
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...npmArguments], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', npmArguments, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop(`${what} failed.`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
