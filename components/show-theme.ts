import type { Theme } from '../lib/settings.ts';

/** Gives this page the look that its owner prefers (`tokens.css`). */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
