import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './browsers/chromium.ts';
import { startSite } from './site/server.ts';
import { takeTour } from './tour.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasDisplay;

const build = spawnSync('npm', ['run', '--silent', 'build:chrome'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (build.status !== 0) process.exit(1);

const site = await startSite();
const browser = await launchChromium({ port: site.port, extension: `${root}.output/chrome-mv3`, headless });
try {
  if (headless) await tour();
  else await play();
} finally {
  await browser.close();
  await site.close();
}

/** Takes the tour and says how it went. */
async function tour(): Promise<void> {
  const pictures = `${root}.output/tour`;
  try {
    await takeTour(browser, site, pictures);
    console.log(`\nEvery step was as told. Pictures: ${pictures}`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}

/** Leaves the window to a person, until it is closed. */
async function play(): Promise<void> {
  site.world.behaviour.forgetDevices = true;
  await browser.open('https://www.ecoledirecte.com/login');
  console.log(
    'The window is yours. In the tab of Mémo QCM import tests/fixtures/qcm/py-client.json, then sign in:\n',
  );
  console.table(
    site.world.accounts.map(({ identifier, password, secondFactor }) => ({
      identifier,
      password,
      secondFactor,
    })),
  );
  console.log('Close the window to end.');
  await browser.closed;
}
