import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { writeQcm } from '../lib/qcm/write.ts';
import { downloadText } from './download-text.ts';
import type { Vault } from './use-vault.ts';

/**
 * A readable `qcm.json` of one account or all, written or copied on the owner's press alone. Copied, it goes where files
 * do not: from an extension's page in Firefox for Android.
 */
export function ExportSection({ vault }: { vault: Vault }) {
  const [account, setAccount] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const id = useId();
  const accounts = [...new Set(vault.questions.flatMap((question) => question.account ?? []))].sort();
  /** Hands the file's text to `take`, where there is something to export. */
  const give = async (ascii: boolean, take: (text: string) => unknown, words: (count: number) => string) => {
    const entries = await vault.attempt('export', { account });
    if (!entries) return;
    try {
      if (entries.length > 0) await take(writeQcm(entries, { ascii }));
      setSaid(words(entries.length));
    } catch {
      setSaid(i18n.t('list.copyFailed'));
    }
  };
  const download = (ascii: boolean) =>
    give(
      ascii,
      (text) => downloadText('qcm.json', text),
      (count) => i18n.t('export.done', count),
    );
  const copy = () =>
    give(
      false,
      (text) => navigator.clipboard.writeText(text),
      (count) => i18n.t('export.copied', count),
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
            <option value="">{i18n.t('common.allAccounts')}</option>
            {accounts.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <p class="warning">{i18n.t('export.warning')}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={() => download(false)}>
          {i18n.t('export.utf8')}
        </button>
        <button type="button" onClick={() => download(true)}>
          {i18n.t('export.ascii')}
        </button>
        <button type="button" onClick={copy}>
          {i18n.t('export.copy')}
        </button>
      </p>
      <p class="done" role="status">
        {said}
      </p>
      <p class="hint">{i18n.t('export.asciiHint')}</p>
      <p class="hint">{i18n.t('export.copyHint')}</p>
    </section>
  );
}
