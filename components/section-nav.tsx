import { i18n } from '#i18n';
import { SECTIONS } from './sections.tsx';

/** Links to the sections of the tab; `current` is the id of the one that is shown. */
export function SectionNav({ current }: { current: string }) {
  return (
    <nav aria-label={i18n.t('options.nav')}>
      <ul class="sections">
        {SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              {i18n.t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
