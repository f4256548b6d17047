import { questionsToBackUp } from '../lib/backup/reminder.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import { type SettingsStore, useSettings } from './use-settings.ts';

interface Props {
  questions: readonly QuestionSummary[];
  store: SettingsStore;
  /** The button that was pressed goes: whoever shows the reminder takes the focus. */
  onPutOff(): void;
}

/** Says that an export is worth it by now; nothing where it is not, or its owner put it off. */
export function BackupReminder({ questions, store, onPutOff }: Props) {
  const { settings, change } = useSettings(store);
  const count = settings ? questionsToBackUp(questions, settings) : 0;
  if (!settings || count === 0) return null;
  const putOff = async () => {
    onPutOff();
    await change({ reminderPutOffAt: Date.now() });
  };
  return (
    <div class="reminder">
      <p>{i18n.t(settings.exportedAt ? 'reminder.since' : 'reminder.never', [count])}</p>
      <a href="#exporter">{i18n.t('section.export')}</a>
      <button type="button" class="quiet" onClick={putOff}>
        {i18n.t('reminder.later')}
      </button>
    </div>
  );
}
