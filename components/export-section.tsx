import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { writeQcm } from '../lib/qcm/write.ts';
import { downloadText } from './download-text.ts';
import type { Vault } from './use-vault.ts';

/** A readable `qcm.json` of one account or all, written on the owner's press alone. */
export function ExportSection({ vault }: { vault: Vault }) {
  const [account, setAccount] = useState<string | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const id = useId();
  const accounts = [...new Set(vault.questions.flatMap((question) => question.account ?? []))].sort();
  const download = async (ascii: boolean) => {
    const entries = await vault.attempt('export', { account });
    if (!entries) return;
    if (entries.length > 0) downloadText('qcm.json', writeQcm(entries, { ascii }));
    setDone(entries.length);
  };
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
      </p>
      <p class="done" role="status">
        {done !== null && i18n.t('export.done', done)}
      </p>
      <p class="hint">{i18n.t('export.asciiHint')}</p>
    </section>
  );
}
