import { i18n } from './i18n.ts';

/** A day and a time as the person's language writes them; `time` is in milliseconds since the epoch. */
export function dateWords(time: number): string {
  return new Intl.DateTimeFormat(i18n.t('language'), { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** A day, as the person's language writes it. */
export function dayWords(time: number): string {
  return new Intl.DateTimeFormat(i18n.t('language'), { dateStyle: 'medium' }).format(time);
}
