import { i18n } from './i18n.ts';
import { SECTIONS, type Section } from './sections.tsx';
import type { Vault } from './use-vault.ts';

interface Props {
  vault: Vault;
  /** The id of the section that is shown. */
  current: string;
}

/** Links to the sections of the tab, each with how much waits in it. */
export function SectionNav({ vault, current }: Props) {
  return (
    <nav aria-label={i18n.t('options.nav')}>
      <ul class="sections">
        {SECTIONS.map((section) => {
          const { id, title } = section;
          const waiting = waitingIn(section, vault);
          return (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
                {i18n.t(title)}
                {waiting > 0 && <span class="badge"> {waiting}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function waitingIn({ waiting }: Section, vault: Vault): number {
  return waiting?.(vault) ?? 0;
}
