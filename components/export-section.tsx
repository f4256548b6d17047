import { useId, useState } from 'preact/hooks';
import { copyToKeep } from '../lib/clipboard.ts';
import { Check } from './check.tsx';
import { DataText } from './data-text.tsx';
import { downloadText } from './download-text.ts';
import { type Exported, FORMATS, type Format, isPlain, isWhole, makeExport } from './export-formats.ts';
import { i18n } from './i18n.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { RadioChoices } from './radio-choices.tsx';
import { useBusy } from './use-busy.ts';
import type { SettingsStore } from './use-settings.ts';
import type { Vault } from './use-vault.ts';

const WORDS = {
  readable: { label: 'export.readable', text: 'export.readableText' },
  ascii: { label: 'export.ascii', text: 'export.asciiText' },
  'home-assistant': { label: 'export.homeAssistant', text: 'export.homeAssistantText' },
  age: { label: 'export.age', text: 'export.ageText' },
  fernet: { label: 'export.fernet', text: 'export.fernetText' },
} as const satisfies Record<Format, object>;

/** As the vault's own: shorter ones are guessed. */
const MIN_PASSPHRASE = 10;

/**
 * The answers of one account or all as files, or as a text to copy where files do not go, as from an extension's page in
 * Firefox for Android. What anybody could read takes a word of consent, and a vault's passphrase where it has one.
 */
export function ExportSection({ vault, settings }: { vault: Vault; settings: SettingsStore }) {
  const [account, setAccount] = useState<string | null>(null);
  const [format, setFormat] = useState<Format>('readable');
  const [isAware, setAware] = useState(false);
  const [own, setOwn] = useState('');
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [leftOut, setLeftOut] = useState<string[]>([]);
  const [differing, setDiffering] = useState(0);
  const { busy, start } = useBusy();
  const id = useId();
  const accounts = [...new Set(vault.questions.flatMap((question) => question.account ?? []))].sort();
  const hasPassphrase = vault.status?.method === 'passphrase';
  const isReady =
    (!isPlain(format) || isAware) &&
    (format !== 'age' || chosen.length >= MIN_PASSPHRASE) &&
    (!hasPassphrase || own !== '');

  const give = async (
    take: (files: Promise<Exported['files']>) => Promise<unknown>,
    words: (count: number) => string,
    failed: string,
  ) => {
    const now = Date.now();
    setSaid(null);
    setLeftOut([]);
    setDiffering(0);
    const asking = vault.attempt('export', { account, passphrase: hasPassphrase ? own : null });
    const making = asking.then(async (questions) => {
      if (!questions) throw new Error('Refused, which is told already');
      return { questions, ...(await makeExport(format, questions, { passphrase: chosen, now })) };
    });
    let exported: Awaited<typeof making>;
    try {
      // At once: to make it may take longer than browsers remember that a button was pressed.
      await take(making.then(({ files }) => files));
      exported = await making;
    } catch {
      if (await asking) setSaid(failed);
      return;
    }
    // Only what holds every answer stands in for what may be lost. A date that cannot be kept costs one more reminder.
    if (account === null && exported.count > 0 && isWhole(format))
      await settings.write({ exportedAt: now }).catch(() => {});
    setLeftOut(exported.leftOut);
    const differ = exported.questions.filter(({ confirmed }) => confirmed.length > 1);
    // Home Assistant's file leaves them out, which is said of each.
    setDiffering(format === 'home-assistant' ? 0 : differ.length);
    setSaid(words(exported.count));
    setOwn('');
  };
  const download = () =>
    give(
      async (files) => (await files).forEach(({ name, text }) => void downloadText(name, text)),
      (count) => i18n.t('export.done', count),
      i18n.t('export.failed'),
    );
  const copy = () =>
    give(
      async (files) => {
        const isCopied = await copyToKeep(files.then(textOfFirst));
        if (!isCopied && (await files).length > 0) throw new Error('The browser refused the copy');
      },
      (count) => i18n.t('export.copied', count),
      i18n.t('list.copyFailed'),
    );
  return (
    <section id="exporter" class="panel" aria-labelledby="export-title">
      <h2 id="export-title">{i18n.t('section.export')}</h2>
      <p class="hint">{i18n.t('export.intro')}</p>
      {accounts.length > 0 && (
        <div class="field">
          <label for={id}>{i18n.t('export.account')}</label>
          <select
            id={id}
            value={account ?? ''}
            onChange={(event) => setAccount(event.currentTarget.value || null)}
          >
            <option value="">{i18n.t('export.allAccounts')}</option>
            {accounts.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <RadioChoices
        legend={i18n.t('export.format')}
        group="format"
        choices={FORMATS.map((value) => ({
          value,
          label: i18n.t(WORDS[value].label),
          text: i18n.t(WORDS[value].text),
        }))}
        value={format}
        onChoose={(chosen: Format) => setFormat(chosen)}
      />
      {format === 'age' && (
        <PassphraseField
          label={i18n.t('export.agePassphrase')}
          hint={i18n.t('lock.newHint')}
          value={chosen}
          autocomplete="new-password"
          onInput={setChosen}
        />
      )}
      {hasPassphrase && (
        <PassphraseField
          label={i18n.t('lock.current')}
          value={own}
          autocomplete="current-password"
          onInput={setOwn}
        />
      )}
      {format === 'fernet' && <p class="hint">{i18n.t('export.keyName')}</p>}
      {isPlain(format) && (
        <div class="warning">
          <Check label={i18n.t('export.warning')} checked={isAware} onChange={setAware} />
        </div>
      )}
      <p class="actions">
        <button
          type="button"
          class="primary"
          disabled={!isReady}
          aria-disabled={busy}
          onClick={() => start(download)}
        >
          {i18n.t('export.download')}
        </button>
        {format !== 'fernet' && (
          <button type="button" disabled={!isReady} aria-disabled={busy} onClick={() => start(copy)}>
            {i18n.t('export.copy')}
          </button>
        )}
      </p>
      <p class="done" role="status">
        {said}
      </p>
      {differing > 0 && <p>{i18n.t('export.differing', differing)}</p>}
      {leftOut.length > 0 && (
        <>
          <p>{i18n.t('export.leftOut', leftOut.length)}</p>
          <ul>
            {leftOut.map((question) => (
              <li key={question}>
                <DataText text={question} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{i18n.t('export.copyHint')}</p>
    </section>
  );
}

function textOfFirst([file]: Exported['files']): string {
  if (!file) throw new Error('Nothing to copy');
  return file.text;
}
