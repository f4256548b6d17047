// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { ChangePassphrase } from '../../../components/change-passphrase.tsx';
import { ExportSection } from '../../../components/export-section.tsx';
import { FirstRun } from '../../../components/first-run.tsx';
import { LockedFileForm } from '../../../components/locked-file-form.tsx';
import { RescueSection } from '../../../components/rescue-section.tsx';
import { SetPassphrase } from '../../../components/set-passphrase.tsx';
import { UnlockForm } from '../../../components/unlock-form.tsx';
import type { SettingsStore } from '../../../components/use-settings.ts';
import type { Vault } from '../../../components/use-vault.ts';
import { STATUS } from './given-vault.ts';
import { mount, press, settled, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

afterEach(() => vi.restoreAllMocks());

test.each([
  ['Déverrouiller', (work: Work) => <UnlockForm waiting={0} onUnlock={work} />],
  [
    'Protéger par une phrase secrète',
    (work: Work) => <SetPassphrase vault={vault(work)} onDone={() => {}} />,
  ],
  ['Changer la phrase secrète', (work: Work) => <ChangePassphrase vault={vault(work)} onDone={() => {}} />],
  ['Enlever la phrase secrète', (work: Work) => <ChangePassphrase vault={vault(work)} onDone={() => {}} />],
  ['J’ai compris', (work: Work) => <FirstRun needsPassphrase onAgree={work} />],
  ['Tout effacer', (work: Work) => <RescueSection vault={vault(work)} />],
  ['Ouvrir le fichier', (work: Work) => <LockedFileForm file={FILE} error={null} onOpen={work} />],
  ['Télécharger', (work: Work) => <ExportSection vault={vault(work)} settings={SETTINGS} />],
  ['Copier le texte', (work: Work) => <ExportSection vault={vault(work)} settings={SETTINGS} />],
])(
  '“%s” does what it says once, however often it is pressed meanwhile, and keeps the focus',
  async (name, show) => {
    let finish = (_: false) => {};
    const work = vi.fn<Work>(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const body = await mount(show(work));
    for (const field of body.querySelectorAll<HTMLInputElement>('input.passphrase'))
      await type(field, 'trois petits chats gris');
    const consent = body.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (consent) await settled(() => consent.click());
    const button = [...body.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    button?.focus();
    await settled(() => {
      button?.click();
      button?.click();
    });
    await press(body, name);
    expect(work).toHaveBeenCalledOnce();
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    expect(button?.disabled).toBe(false);
    expect(document.activeElement).toBe(button);
    await settled(() => finish(false));
    expect(button?.getAttribute('aria-disabled')).toBe('false');
    await press(body, name);
    expect(work).toHaveBeenCalledTimes(2);
  },
);

/** Something slow: false, so that nothing follows from it. */
type Work = () => Promise<false>;

const FILE = { name: 'qcm.json.age', kind: 'age', content: '' } as const;
const SETTINGS = { write: async () => {} } as unknown as SettingsStore; // all of it that an export uses

/** A vault whose every answer comes from this. */
function vault(work: Work): Vault {
  return { status: STATUS, questions: [], attempt: work, change: work } as unknown as Vault; // all that the forms use
}
