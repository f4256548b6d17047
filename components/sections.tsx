import type { ComponentChildren } from 'preact';
import { toVerify } from '../lib/challenge/to-verify.ts';
import { AccountsSection } from './accounts-section.tsx';
import { AnswersSection } from './answers-section.tsx';
import { ExportSection } from './export-section.tsx';
import { HealthSection } from './health-section.tsx';
import { HelpSection } from './help-section.tsx';
import { ImportSection } from './import-section.tsx';
import { JournalSection } from './journal-section.tsx';
import { PassphraseSection } from './passphrase-section.tsx';
import { SettingsSection } from './settings-section.tsx';
import type { SettingsStore } from './use-settings.ts';
import type { Vault } from './use-vault.ts';
import { VerifySection } from './verify-section.tsx';

export interface SectionProps {
  vault: Vault;
  settings: SettingsStore;
}

/** One section of the tab: its address is its id after `#`, its title the key of a text. */
export interface Section {
  id: string;
  title: string;
  /** It has nothing to show while the vault is not open. */
  needsVault: boolean;
  /** How much in it waits for its owner. */
  waiting?(vault: Vault): number;
  component(props: SectionProps): ComponentChildren;
}

/** The sections of the tab, in the order of its navigation; the first is shown where the address names none. */
export const SECTIONS = [
  { id: 'reponses', title: 'section.answers', needsVault: true, component: AnswersSection },
  {
    id: 'verifier',
    title: 'section.verify',
    needsVault: true,
    waiting: ({ questions }) => toVerify(questions).length,
    component: VerifySection,
  },
  { id: 'importer', title: 'section.import', needsVault: true, component: ImportSection },
  { id: 'exporter', title: 'section.export', needsVault: true, component: ExportSection },
  { id: 'comptes', title: 'section.accounts', needsVault: true, component: AccountsSection },
  { id: 'sante', title: 'section.health', needsVault: true, component: HealthSection },
  { id: 'journal', title: 'section.journal', needsVault: true, component: JournalSection },
  { id: 'reglages', title: 'section.settings', needsVault: false, component: Settings },
  { id: 'aide', title: 'section.help', needsVault: false, component: HelpSection },
] as const satisfies readonly Section[];

function Settings({ vault, settings }: SectionProps) {
  return (
    <>
      <SettingsSection store={settings} />
      {vault.status?.vault === 'open' && <PassphraseSection vault={vault} settings={settings} />}
    </>
  );
}
